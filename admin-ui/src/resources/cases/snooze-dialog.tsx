import { Alert, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { useFormat } from '../../i18n/use-format';
import type { CaseDialogProps } from './use-case-dialogs';

const HOUR_MS = 3_600_000;
const SPANS = { hour: 1, four_hours: 4, day: 24, three_days: 72, week: 168 } as const;
type Span = keyof typeof SPANS;
const SPAN_NAMES = Object.keys(SPANS) as Span[];

const until = (span: Span): string => new Date(Date.now() + SPANS[span] * HOUR_MS).toISOString();

/** Puts the case aside for a while; a new alert wakes it earlier. */
export function SnoozeDialog({ of, onClose, onDone }: CaseDialogProps) {
  const translate = useTranslate();
  const format = useFormat();
  const [span, setSpan] = useState<Span>('day');
  const { act, busy, problem, fields } = useAct({ done: 'case_action.snooze.done', onDone: () => onDone() });
  const snooze = (reason: string) =>
    act(
      { resource: 'cases', id: of.id, action: 'snooze' },
      {
        until: until(span),
        ...(reason !== '' && { reason }),
      },
    );
  return (
    <ActionDialog
      open
      title={translate('case_action.snooze.title')}
      confirmLabel={translate('case_action.snooze.button')}
      reason="optional"
      reasonLength={AT_LENGTH}
      focusReason={false}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={snooze}
    >
      <p style={{ marginTop: 0 }}>{translate('case_action.snooze.effect')}</p>
      <TextField
        select
        fullWidth
        autoFocus
        label={translate('case.snooze_for')}
        value={span}
        onChange={(event) => setSpan(event.target.value as Span)}
        error={fields['until'] !== undefined}
        helperText={fields['until'] ?? translate('case.snooze_until', { at: format.shortTime(until(span)) })}
      >
        {SPAN_NAMES.map((name) => (
          <MenuItem key={name} value={name}>
            {translate(`case.span.${name}`)}
          </MenuItem>
        ))}
      </TextField>
      {until(span) > of.dueAt && (
        <Alert severity="warning" sx={{ marginTop: 1.5 }}>
          {translate('case.snooze_too_long', { at: format.shortTime(of.dueAt) })}
        </Alert>
      )}
    </ActionDialog>
  );
}
