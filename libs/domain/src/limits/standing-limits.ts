import type { Instant } from '../kernel/time.js';
import type { SpendingLimit } from './spending-limit.js';

/**
 * Which limits count at a moment. A staff override that lifts stands in the place of the platform's own limits on the same
 * measure and window while it lasts; it never touches what law, guardians or the account's owner have set.
 */
export const inForce = (limit: SpendingLimit, at: Instant): boolean =>
  limit.effectiveFrom <= at && (limit.effectiveUntil === null || at < limit.effectiveUntil);

/** Without the platform's limits that an override lifts at `at`; the very same list where none does, which is nearly always. */
export function unlifted<L extends SpendingLimit>(limits: readonly L[], at: Instant): readonly L[] {
  const lifts = liftsAt(limits, at);
  return lifts.length === 0 ? limits : limits.filter((limit) => !isLifted(limit, lifts));
}

/** The platform's limits that do not count at `at` because an override lifts them. */
export function liftedLimits<L extends SpendingLimit>(limits: readonly L[], at: Instant): L[] {
  const lifts = liftsAt(limits, at);
  return limits.filter((limit) => inForce(limit, at) && isLifted(limit, lifts));
}

const NONE: readonly SpendingLimit[] = [];

function liftsAt(limits: readonly SpendingLimit[], at: Instant): readonly SpendingLimit[] {
  let lifts = NONE;
  for (const limit of limits)
    if (limit.liftsPlatform === true && inForce(limit, at)) lifts = [...lifts, limit];
  return lifts;
}

const isLifted = (limit: SpendingLimit, lifts: readonly SpendingLimit[]): boolean =>
  limit.layer === 'platform' &&
  lifts.some((lift) => lift.measure === limit.measure && lift.window === limit.window);
