import type { Instant } from '../kernel/time.js';
import { HOUR, MINUTE, SECOND } from '../kernel/time.js';

/**
 * How failed sign-ins slow down the next. An attempt counts before it is judged, so that guesses sent at once gain
 * nothing over guesses sent in turn; a success takes its own count back.
 */
export interface LockoutPolicy {
  /** Attempts that cost nothing. */
  readonly free: number;
  readonly firstLockMs: number;
  readonly longestLockMs: number;
  /** After this long without a failure the count starts again. */
  readonly forgetAfterMs: number;
}

export const ACCOUNT_LOCKOUT: LockoutPolicy = {
  free: 8,
  firstLockMs: 15 * SECOND,
  longestLockMs: 15 * MINUTE,
  forgetAfterMs: 24 * HOUR,
};

/** An office shares one address, so it gets more room than an account. */
export const ADDRESS_LOCKOUT: LockoutPolicy = {
  free: 60,
  firstLockMs: 15 * SECOND,
  longestLockMs: 15 * MINUTE,
  forgetAfterMs: HOUR,
};

export interface FailureCount {
  readonly failures: number;
  readonly lastFailedAt: Instant;
  readonly lockedUntil: Instant | null;
}

export type AttemptVerdict =
  | { readonly locked: true; readonly until: Instant }
  | { readonly locked: false; readonly next: FailureCount };

/** May an attempt be judged now, and what is the count with it? The lock doubles with every failure past the free ones. */
export function countAttempt(
  policy: LockoutPolicy,
  count: FailureCount | null,
  now: Instant,
): AttemptVerdict {
  if (count?.lockedUntil && count.lockedUntil > now) return { locked: true, until: count.lockedUntil };
  const forgotten = !count || now - count.lastFailedAt > policy.forgetAfterMs;
  const failures = (forgotten ? 0 : count.failures) + 1;
  const over = failures - policy.free;
  const lockMs =
    over <= 0 ? 0 : Math.min(policy.longestLockMs, policy.firstLockMs * 2 ** Math.min(over - 1, 20));
  return {
    locked: false,
    next: { failures, lastFailedAt: now, lockedUntil: lockMs === 0 ? null : now + lockMs },
  };
}
