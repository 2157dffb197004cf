import { DAY, type Instant } from '../kernel/time.js';
import type { DisputeStage } from './dispute.js';

/**
 * Days a merchant has to answer, by card scheme and stage, counted from the day the dispute came to that stage: the
 * schemes' common periods as docs/disputes.md names them with their sources, where sources differ the shorter. Acquirers
 * and providers keep a part for themselves, so where a provider names a date, that one counts.
 */
export const SCHEME_RESPONSE_DAYS: Readonly<Record<string, Readonly<Record<DisputeStage, number>>>> = {
  visa: { inquiry: 20, dispute: 30, pre_arbitration: 30, arbitration: 10 },
  mastercard: { inquiry: 20, dispute: 30, pre_arbitration: 18, arbitration: 30 },
  amex: { inquiry: 20, dispute: 20, pre_arbitration: 20, arbitration: 20 },
  discover: { inquiry: 20, dispute: 30, pre_arbitration: 30, arbitration: 10 },
  diners: { inquiry: 20, dispute: 30, pre_arbitration: 30, arbitration: 10 },
};

/** Other names that providers give the schemes. */
const ALIASES: Readonly<Record<string, string>> = {
  american_express: 'amex',
  diners_club: 'diners',
  maestro: 'mastercard',
  cartes_bancaires: 'visa',
};

/** The scheme as the tables here name it; null when it is not one of them. */
export function knownScheme(scheme: string | null): string | null {
  const name = scheme?.toLowerCase().replaceAll(/[^a-z]+/g, '_') ?? '';
  const own = ALIASES[name] ?? name;
  return Object.hasOwn(SCHEME_RESPONSE_DAYS, own) ? own : null;
}

/** Where the scheme is not one of them, or not known, the shortest. */
function shortest(stage: DisputeStage): number {
  return Math.min(...Object.values(SCHEME_RESPONSE_DAYS).map((days) => days[stage]));
}

export interface Deadline {
  readonly dueAt: Instant;
  readonly from: 'provider' | 'scheme';
}

/** The provider's date, or the scheme's period from when the dispute came to its stage. */
export function deadlineOf(dispute: {
  scheme: string | null;
  stage: DisputeStage;
  stageSince: Instant;
  dueAt: Instant | null;
}): Deadline {
  if (dispute.dueAt !== null) return { dueAt: dispute.dueAt, from: 'provider' };
  const { stage } = dispute;
  const scheme = knownScheme(dispute.scheme);
  const days = scheme === null ? shortest(stage) : SCHEME_RESPONSE_DAYS[scheme]![stage];
  return { dueAt: dispute.stageSince + days * DAY, from: 'scheme' };
}
