/**
 * When a promotion stops by itself: too many of its uses are abuse, or its budget goes faster than it was meant to. Both
 * need some uses to go by, so that neither the first purchase nor the first minute stops it.
 */
import type { Instant } from '../kernel/time.js';
import type { Promotion } from './promotion.js';

export interface PauseSettings {
  readonly pauseAbusePercent: number | null;
  readonly pausePacePercent: number | null;
}

export interface UsedSoFar {
  readonly uses: number;
  readonly abusiveUses: number;
  readonly grantedCoins: bigint;
}

/** Fewer uses say nothing about the share of abuse. */
export const MIN_USES_FOR_ABUSE = 20;
/** Before so much of its budget is gone a promotion may be as quick as it likes. */
export const MIN_SPENT_PERCENT = 10;

export type PauseReason =
  | { readonly code: 'abuse'; readonly percent: number; readonly limit: number }
  | { readonly code: 'pace'; readonly percent: number; readonly limit: number };

type Watched = Pick<Promotion, 'budgetCoins' | 'startsAt' | 'endsAt'> & PauseSettings;

/** Of a running promotion; `percent` is what was found, `limit` what was set. */
export function reasonToPause(promotion: Watched, used: UsedSoFar, now: Instant): PauseReason | null {
  const { pauseAbusePercent, pausePacePercent } = promotion;
  const abuse = used.uses === 0 ? 0 : (100 * used.abusiveUses) / used.uses;
  if (pauseAbusePercent !== null && used.uses >= MIN_USES_FOR_ABUSE && abuse >= pauseAbusePercent)
    return { code: 'abuse', percent: Math.round(abuse), limit: pauseAbusePercent };
  const pace = paceOf(promotion, used.grantedCoins, now);
  if (pausePacePercent !== null && pace !== null && pace > pausePacePercent)
    return { code: 'pace', percent: Math.round(pace), limit: pausePacePercent };
  return null;
}

/** Percent of the pace that would spend the budget evenly over the window; null while it is too early to say. */
export function paceOf(
  { budgetCoins, startsAt, endsAt }: Pick<Promotion, 'budgetCoins' | 'startsAt' | 'endsAt'>,
  grantedCoins: bigint,
  now: Instant,
): number | null {
  if (budgetCoins === null || budgetCoins === 0n || now <= startsAt) return null;
  const spent = (100 * Number(grantedCoins)) / Number(budgetCoins);
  if (spent < MIN_SPENT_PERCENT) return null;
  const elapsed = Math.min(1, (now - startsAt) / (endsAt - startsAt));
  return spent / elapsed;
}
