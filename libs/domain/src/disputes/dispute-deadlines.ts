import { DAY, type Instant } from '../kernel/time.js';
import type { DisputeStage } from './dispute.js';

/**
 * Days a merchant has to answer, by card scheme and stage, counted from the day the dispute is opened. These are the schemes' own
 * periods (Visa Core Rules and Dispute Resolution; Mastercard Chargeback Guide; American Express Dispute Process guide;
 * Discover Dispute Rules; JCB and UnionPay operating rules); acquirers and providers keep a part for themselves, so where
 * a provider names a date, that one counts. See docs/disputes.md.
 */
export const SCHEME_RESPONSE_DAYS: Readonly<Record<string, Readonly<Record<DisputeStage, number>>>> = {
  visa: { inquiry: 30, dispute: 30, pre_arbitration: 30, arbitration: 10 },
  mastercard: { inquiry: 45, dispute: 45, pre_arbitration: 30, arbitration: 10 },
  amex: { inquiry: 20, dispute: 20, pre_arbitration: 20, arbitration: 20 },
  discover: { inquiry: 20, dispute: 30, pre_arbitration: 30, arbitration: 10 },
  diners: { inquiry: 20, dispute: 30, pre_arbitration: 30, arbitration: 10 },
  jcb: { inquiry: 30, dispute: 45, pre_arbitration: 30, arbitration: 10 },
  unionpay: { inquiry: 20, dispute: 30, pre_arbitration: 30, arbitration: 10 },
};

/** Where the scheme is not known, the shortest of them. */
const SHORTEST: Readonly<Record<DisputeStage, number>> = {
  inquiry: 20,
  dispute: 20,
  pre_arbitration: 20,
  arbitration: 10,
};

/** Other names that providers give the schemes. */
const ALIASES: Readonly<Record<string, string>> = {
  american_express: 'amex',
  diners_club: 'diners',
  eftpos_au: 'mastercard',
  cartes_bancaires: 'visa',
  maestro: 'mastercard',
};

export interface Deadline {
  readonly dueAt: Instant;
  readonly from: 'provider' | 'scheme';
}

/** The provider's date, or the scheme's period from the opening. */
export function deadlineOf(dispute: {
  scheme: string | null;
  stage: DisputeStage;
  openedAt: Instant;
  dueAt: Instant | null;
}): Deadline {
  if (dispute.dueAt !== null) return { dueAt: dispute.dueAt, from: 'provider' };
  const scheme = dispute.scheme?.toLowerCase() ?? '';
  const days = (SCHEME_RESPONSE_DAYS[ALIASES[scheme] ?? scheme] ?? SHORTEST)[dispute.stage];
  return { dueAt: dispute.openedAt + days * DAY, from: 'scheme' };
}
