import { Box, TextField, Typography } from '@mui/material';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { AT_LENGTH } from '../../../actions/action-dialog';
import { PageLoading } from '../../../display/page-loading';
import { Section } from '../../../display/section';
import { AmountChoice } from './amount-choice';
import { ReasonChoice } from './reason-choice';
import type { RefundDraft } from './use-refund-draft';

/** How much and why; all it takes once the purchase is chosen. */
export function RefundForm({ draft }: { draft: RefundDraft }) {
  const form = useRef<HTMLDivElement>(null);
  const translate = useTranslate();
  const arrived = draft.whole !== undefined && draft.reasons.length > 0;
  useEffect(() => {
    if (arrived) form.current?.querySelector<HTMLElement>('[data-reasons] input')?.focus();
  }, [arrived]);
  if (!draft.whole) return <PageLoading />;
  return (
    <Section title={translate('refund_wizard.how_much')}>
      <Box ref={form} sx={{ display: 'grid', gap: 2 }}>
        <AmountChoice
          purchase={draft.whole.purchase}
          typed={draft.typed}
          error={draft.amountError}
          onChange={draft.setTyped}
        />
        <Part title={translate('resources.refunds.fields.reason')} error={draft.fields['reason']}>
          <Box data-reasons>
            <ReasonChoice reasons={draft.reasons} value={draft.reason} onChange={draft.setReason} />
          </Box>
        </Part>
        <TextField
          label={translate(draft.chosen?.noteRequired ? 'refund_wizard.note_required' : 'refund_wizard.note')}
          helperText={draft.fields['note'] ?? translate('refund_wizard.note_hint')}
          error={draft.fields['note'] !== undefined}
          required={draft.chosen?.noteRequired ?? false}
          value={draft.note}
          onChange={(event) => draft.setNote(event.target.value)}
          multiline
          minRows={2}
          maxRows={8}
          fullWidth
          slotProps={{ htmlInput: { maxLength: AT_LENGTH } }}
        />
      </Box>
    </Section>
  );
}

function Part({ title, error, children }: { title: string; error: string | undefined; children: ReactNode }) {
  return (
    <div>
      <Typography variant="h3" component="h3" sx={{ color: 'var(--muted)', marginBottom: 0.5 }}>
        {title}
      </Typography>
      {children}
      {error && (
        <Typography variant="caption" sx={{ color: 'var(--negative)' }}>
          {error}
        </Typography>
      )}
    </div>
  );
}
