import type { StaffRefund } from '@coinwarden/contracts';
import type { AccountRisk, RefundOutcome, RefundStatus } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';

const STATUS_TONES: Record<RefundStatus, Tone> = {
  requested: 'info',
  pending_approval: 'caution',
  approved: 'info',
  processing: 'info',
  succeeded: 'positive',
  failed: 'negative',
  rejected: 'neutral',
  cancelled: 'neutral',
};

const OUTCOME_TONES: Record<RefundOutcome, Tone> = {
  auto_approve: 'positive',
  second_person: 'caution',
  refuse: 'negative',
};

const RISK_TONES: Record<AccountRisk, Tone> = { low: 'neutral', elevated: 'caution', high: 'negative' };

export function RefundStatusTag({ value }: { value: RefundStatus }) {
  const translate = useTranslate();
  return (
    <Tag tone={STATUS_TONES[value]} quiet={value === 'succeeded' || value === 'cancelled'}>
      {translate(`refund_status.${value}`)}
    </Tag>
  );
}

export function RefundOutcomeTag({ value }: { value: RefundOutcome }) {
  const translate = useTranslate();
  return <Tag tone={OUTCOME_TONES[value]}>{translate(`refund_outcome.${value}`)}</Tag>;
}

export function RiskTag({ value }: { value: AccountRisk }) {
  const translate = useTranslate();
  return (
    <Tag tone={RISK_TONES[value]} quiet={value === 'low'}>
      {translate(`account_risk.${value}`)}
    </Tag>
  );
}

/** Why a provider did not pay: its codes in our words, anything else as it wrote it. */
export function FailureText({ message }: { message: string }) {
  const translate = useTranslate();
  return <>{translate(`refund_failure.${message}`, { _: message })}</>;
}

/** Who did it: a person by name, a machine as what it is. */
export function RefundActorName({ actor }: { actor: StaffRefund['requestedBy'] }) {
  const translate = useTranslate();
  if (actor.type === 'staff') return <>{actor.name}</>;
  if (actor.type === 'system') return <>{translate(`refund_actor.${actor.id}`, { _: actor.name })}</>;
  return (
    <>
      {actor.name}{' '}
      <Box component="span" sx={{ color: 'var(--muted)' }}>
        {translate(`actor.${actor.type}`)}
      </Box>
    </>
  );
}
