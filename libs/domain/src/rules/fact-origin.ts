/**
 * Where the facts of a past transaction come from when a rule is tried on it, so that nobody takes a reconstruction for a
 * record. What is not named here is new to rules and was not kept then: unknown.
 */
export const FACT_ORIGINS = ['recorded', 'stored', 'recomputed', 'today', 'unknown'] as const;
/**
 * `recorded` was seen by a rule then and kept with the decision; `stored` follows from the request and the decision;
 * `recomputed` is worked out from what is remembered of that time; `today` may have been different then.
 */
export type FactOrigin = (typeof FACT_ORIGINS)[number];

/** By what a path starts with; the first that fits counts. */
const ORIGINS: readonly (readonly [start: string, origin: FactOrigin])[] = [
  ['tx.', 'stored'],
  ['payment.instrumentIs', 'recomputed'],
  ['payment.countryMismatch', 'today'],
  ['payment.', 'stored'],
  ['device.isNew', 'recomputed'],
  ['device.isRecent', 'recomputed'],
  ['device.ipIsNew', 'recomputed'],
  ['device.', 'stored'],
  ['limits.', 'stored'],
  ['account.id', 'stored'],
  ['account.age', 'stored'],
  ['account.paidCoins', 'stored'],
  ['account.bonusCoins', 'stored'],
  ['account.earnedCoins', 'stored'],
  ['account.debtCoins', 'stored'],
  ['account.established', 'recomputed'],
  ['account.credentialChangedMinutesAgo', 'recomputed'],
  ['account.signInFailures', 'recomputed'],
  ['account.refund', 'recomputed'],
  ['account.disputes', 'recomputed'],
  ['account.minor', 'today'],
  ['account.hasGuardian', 'today'],
  ['account.country', 'today'],
  ['account.creator', 'today'],
  ['account.status', 'today'],
  ['account.emailDomain', 'today'],
  ['counterparty.present', 'stored'],
  ['counterparty.id', 'stored'],
  ['counterparty.ageHours', 'stored'],
  ['counterparty.ageDays', 'stored'],
  ['counterparty.known', 'recomputed'],
  ['counterparty.givesBack', 'recomputed'],
  ['counterparty.same', 'recomputed'],
  ['counterparty.ageBand', 'today'],
  ['counterparty.minor', 'today'],
  ['counterparty.country', 'today'],
  ['counterparty.creator', 'today'],
  ['counterparty.status', 'today'],
  ['velocity.', 'recomputed'],
  ['links.accountsOn', 'recomputed'],
  ['lists.', 'recomputed'],
  ['security.', 'recomputed'],
];
/** An age band is a person's own word, not an age that a date of sign-up tells. */
const EXCEPTIONS: Readonly<Record<string, FactOrigin>> = { 'account.ageBand': 'today' };

export function originOf(path: string, recorded: ReadonlySet<string>): FactOrigin {
  if (recorded.has(path)) return 'recorded';
  return EXCEPTIONS[path] ?? ORIGINS.find(([start]) => path.startsWith(start))?.[1] ?? 'unknown';
}

/** Whether a value is certainly what a rule would have seen then. */
export const isCertain = (origin: FactOrigin): boolean => origin === 'recorded' || origin === 'stored';
