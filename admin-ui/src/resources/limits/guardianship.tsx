import type { Guardianship as Family, SpendingAnswer } from '@coinwarden/contracts';
import { Box, Button, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { ConflictAlert } from '../../actions/conflict-alert';
import { useAct } from '../../actions/use-act';
import { ErrorState } from '../../display/error-state';
import { Section } from '../../display/section';
import { AccountLink, TextLink } from '../../display/text-link';
import { readJson } from '../../providers/http';
import { useLimitText } from './limit-words';
import { spendingPath } from './spending-path';

type Action = Family['allowedActions'][number];

/** Who answers for the account with what they limited, for whom it answers, and how a lead changes that. */
export function Guardianship({ answer }: { answer: SpendingAnswer }) {
  const [asked, setAsked] = useState<Action | null>(null);
  const translate = useTranslate();
  const { accountId } = answer;
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts', 'guardianship', accountId],
    queryFn: ({ signal }) =>
      readJson<Family>(`accounts/${encodeURIComponent(accountId)}/guardianship`, signal),
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return null;
  const may = (action: Action) => data.allowedActions.includes(action) && answer.status !== 'closed';
  return (
    <Section
      title={translate('guardian.title')}
      action={
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', justifyContent: 'flex-end' }}>
          {may('unlink_guardian') && (
            <Button color="error" onClick={() => setAsked('unlink_guardian')}>
              {translate('guardian.unlink.open')}
            </Button>
          )}
          {may('link_guardian') && (
            <Button variant="outlined" onClick={() => setAsked('link_guardian')}>
              {translate(data.guardian ? 'guardian.link.change' : 'guardian.link.open')}
            </Button>
          )}
        </Box>
      }
    >
      <Guardian family={data} answer={answer} />
      <Wards family={data} />
      {asked && (
        <GuardianDialog action={asked} answer={answer} family={data} onClose={() => setAsked(null)} />
      )}
    </Section>
  );
}

function Guardian({ family: { guardian, byStaff }, answer }: { family: Family; answer: SpendingAnswer }) {
  const translate = useTranslate();
  const { amountText, measureText } = useLimitText();
  const set = answer.limits.filter(({ layer }) => layer === 'guardian');
  return (
    <Box sx={{ fontSize: '0.8125rem', display: 'grid', gap: 0.75 }}>
      {guardian ? (
        <span>
          {translate('guardian.is')} <AccountLink id={guardian.accountId} />
          {guardian.displayName && ` · ${guardian.displayName}`}
          {guardian.ageBand === undefined && ` · ${translate('guardian.elsewhere')}`}
          {byStaff && ` · ${translate('guardian.by_staff')}`}
        </span>
      ) : (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate(byStaff ? 'guardian.none_by_staff' : 'guardian.none')}
        </Typography>
      )}
      {set.length > 0 && (
        <span>
          {translate('guardian.limits')}{' '}
          {set.map((limit) => `${measureText(limit)}: ${amountText(limit)}`).join(' · ')}
        </span>
      )}
    </Box>
  );
}

function Wards({ family: { wards, moreWards } }: { family: Family }) {
  const translate = useTranslate();
  if (wards.length === 0) return null;
  return (
    <Box sx={{ marginTop: 1.5, fontSize: '0.8125rem' }}>
      <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
        {translate('guardian.wards')}
      </Typography>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
        {wards.map((ward) => (
          <li key={ward.accountId}>
            <TextLink to={spendingPath(ward.accountId)}>{ward.accountId}</TextLink>
            {ward.displayName && ` · ${ward.displayName}`} · {translate(`age_band.${ward.ageBand}`)}
          </li>
        ))}
      </Box>
      {moreWards && translate('guardian.more')}
    </Box>
  );
}

interface GuardianDialogProps {
  action: Action;
  answer: SpendingAnswer;
  family: Family;
  onClose: () => void;
}

function GuardianDialog({ action, answer, family, onClose }: GuardianDialogProps) {
  const [guardianAccountId, setGuardian] = useState('');
  // What was seen when the dialog opened is what a change follows.
  const [follows] = useState(family.guardian?.accountId ?? null);
  const translate = useTranslate();
  const refresh = useRefresh();
  const links = action === 'link_guardian';
  const words = links ? 'guardian.link' : 'guardian.unlink';
  const { act, clear, busy, problem, refusal, fields } = useAct({ done: `${words}.done`, onDone: onClose });
  const conflict = refusal?.code === 'record.conflict';
  const wrong = fields['guardianAccountId'];
  return (
    <ActionDialog
      open
      title={translate(`${words}.title`, { account: answer.displayName ?? answer.accountId })}
      confirmLabel={translate(`${words}.button`)}
      tone={links ? 'primary' : 'error'}
      reason="required"
      reasonLength={AT_LENGTH}
      focusReason={!links}
      ready={(!links || guardianAccountId.trim() !== '') && !conflict}
      busy={busy}
      problem={conflict || wrong ? null : problem}
      onClose={onClose}
      onConfirm={(reason) =>
        act(
          { resource: 'accounts', id: answer.accountId, action },
          { ...(links && { guardianAccountId: guardianAccountId.trim() }), follows, reason },
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <span>{translate(`${words}.effect`, { guardian: follows ?? '–' })}</span>
        {links && (
          <TextField
            label={translate('guardian.link.id')}
            value={guardianAccountId}
            onChange={({ target }) => {
              setGuardian(target.value);
              clear();
            }}
            error={wrong !== undefined}
            helperText={wrong ?? translate('guardian.link.id_hint')}
            autoFocus
            required
            slotProps={{ htmlInput: { maxLength: 128, spellCheck: false, autoComplete: 'off' } }}
          />
        )}
        {conflict && (
          <ConflictAlert
            said={translate('guardian.conflict')}
            onLook={() => {
              refresh();
              onClose();
            }}
          />
        )}
      </Box>
    </ActionDialog>
  );
}
