import type { StaffDispute } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';

const STATUS_TONES: Record<StaffDispute['status'], Tone> = {
  needs_response: 'caution',
  under_review: 'info',
  won: 'positive',
  lost: 'negative',
  accepted: 'neutral',
  expired: 'negative',
  prevented: 'positive',
  cancelled: 'neutral',
};

export function DisputeStatusTag({ value }: { value: StaffDispute['status'] }) {
  const translate = useTranslate();
  return <Tag tone={STATUS_TONES[value]}>{translate(`dispute_status.${value}`)}</Tag>;
}

/** The schemes' own names are the same in every language. */
const SCHEMES: Record<string, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  american_express: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  diners_club: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
};

export const schemeName = (scheme: string | null): string | null =>
  scheme === null ? null : (SCHEMES[scheme.toLowerCase()] ?? scheme);

/** `Visa 10.4`: what the bank calls it. */
export function schemeReason({
  scheme,
  networkReasonCode,
}: Pick<StaffDispute, 'scheme' | 'networkReasonCode'>): string {
  return [schemeName(scheme), networkReasonCode].filter(Boolean).join(' ');
}
