import type { Account } from './account.js';

/** How far up the guardians of guardians are followed; families are not deeper. */
export const MAX_GUARDIANS_ABOVE = 10;

export type GuardianProblem = 'self' | 'closed' | 'not_adult' | 'circle';

export interface Guardian extends Pick<Account, 'accountId' | 'ageBand' | 'status'> {
  /** The guardian's own guardians, nearest first. */
  readonly above: readonly string[];
}

/**
 * Why an account cannot be another's guardian, in this order; null when it can. It is never its own, nor under its ward
 * however many guardians lie between, so that of two accounts at most one answers for the other.
 */
export function checkGuardian(ward: Pick<Account, 'accountId'>, guardian: Guardian): GuardianProblem | null {
  if (guardian.accountId === ward.accountId) return 'self';
  if (guardian.status === 'closed') return 'closed';
  if (guardian.ageBand !== 'adult') return 'not_adult';
  return guardian.above.includes(ward.accountId) ? 'circle' : null;
}
