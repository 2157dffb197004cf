import type { AccountStatus, Outcome, TransactionStatus } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from './tag';

/** The ordinary course stays quiet, so that the eye finds what is not. */
const QUIET: readonly string[] = ['approve', 'posted', 'active'];

const OUTCOME_TONES: Record<Outcome, Tone> = { approve: 'positive', review: 'caution', decline: 'negative' };

const STATUS_TONES: Record<TransactionStatus, Tone> = {
  posted: 'neutral',
  held: 'caution',
  declined: 'negative',
  expired: 'neutral',
  voided: 'neutral',
};

const ACCOUNT_TONES: Record<AccountStatus, Tone> = {
  active: 'positive',
  restricted: 'caution',
  suspended: 'negative',
  closed: 'neutral',
};

export function OutcomeTag({ value }: { value: Outcome }) {
  const translate = useTranslate();
  return (
    <Tag tone={OUTCOME_TONES[value]} quiet={QUIET.includes(value)}>
      {translate(`outcome.${value}`)}
    </Tag>
  );
}

export function StatusTag({ value }: { value: TransactionStatus }) {
  const translate = useTranslate();
  return (
    <Tag tone={STATUS_TONES[value]} quiet={QUIET.includes(value)}>
      {translate(`status.${value}`)}
    </Tag>
  );
}

export function AccountStatusTag({ value }: { value: AccountStatus }) {
  const translate = useTranslate();
  return (
    <Tag tone={ACCOUNT_TONES[value]} quiet={QUIET.includes(value)}>
      {translate(`account_status.${value}`)}
    </Tag>
  );
}

export function Word({ of, value }: { of: string; value: string }) {
  const translate = useTranslate();
  return <>{translate(`${of}.${value}`, { _: value })}</>;
}

/** An enabled thing is the rule and stays quiet; a disabled one is said aloud. */
export function EnabledTag({ value }: { value: boolean }) {
  const translate = useTranslate();
  return (
    <Tag tone={value ? 'positive' : 'neutral'} quiet={value}>
      {translate(value ? 'state.enabled' : 'state.disabled')}
    </Tag>
  );
}
