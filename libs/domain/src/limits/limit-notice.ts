import type { LimitRoom } from './spending-limit.js';

/**
 * When the platform is told that a limit is nearly or wholly used up, so that a user hears of it before the next purchase
 * fails. Each is told once for an account, a limit and one of its windows; who reached a limit is not told any more that it
 * is near.
 */
export const LIMIT_NOTICES = ['near', 'reached'] as const;
export type LimitNotice = (typeof LIMIT_NOTICES)[number];

/** Percent of a limit from which on it is near. */
export const NEAR_PERCENT = 80;

/** What a spend that went through says about a limit whose room is left as it is now; null for nothing. */
export function noticeOf({ window, used, limit }: LimitRoom): LimitNotice | null {
  if (window === 'transaction' || used === 0n) return null;
  if (used >= limit) return 'reached';
  return used * 100n >= limit * BigInt(NEAR_PERCENT) ? 'near' : null;
}

/** The same of a spend that a limit refused: for it there is no room left. One per transaction says nothing about later. */
export const noticeOfRefusal = ({ window }: LimitRoom): LimitNotice | null =>
  window === 'transaction' ? null : 'reached';
