import type { Instant } from '../kernel/time.js';
import { compareMoney } from './convert-money.js';
import { type LimitFlaw, limitFlaw, type RequestedLimit } from './limit-change.js';
import type { SpendingLimit } from './spending-limit.js';

/**
 * What staff set for one account, for a time and with a reason. `lower` adds a limit beside all others; `lift` puts a higher
 * one in the place of the platform's, because that is the only layer whose promise is the platform's own to change: limits
 * of the law, of a guardian and of the account's owner hold whatever staff do.
 */
export const OVERRIDE_KINDS = ['lower', 'lift'] as const;
export type OverrideKind = (typeof OVERRIDE_KINDS)[number];

export interface RequestedOverride extends RequestedLimit {
  readonly kind: OverrideKind;
  /** Null for one that lasts until it is ended. */
  readonly until: Instant | null;
}

export type OverrideFlaw =
  | LimitFlaw
  | { readonly field: 'until'; readonly problem: 'not_to_come' | 'lift_needs_end' }
  | { readonly field: 'kind'; readonly problem: 'nothing_to_lift' }
  | { readonly field: 'limit'; readonly problem: 'not_above_platform' };

/**
 * Why it cannot be set, in this order: no limit can be made of it; its end is not to come; a lift without an end, of
 * nothing, or to no more than the platform allows anyway. `platform` are the platform's limits in force on the account.
 */
export function overrideFlaw(
  override: RequestedOverride,
  { platform, now }: { readonly platform: readonly SpendingLimit[]; readonly now: Instant },
): OverrideFlaw | null {
  const flaw = limitFlaw(override);
  if (flaw !== null) return flaw;
  const { kind, until, measure, window } = override;
  if (until !== null && until <= now) return { field: 'until', problem: 'not_to_come' };
  if (kind === 'lower') return null;
  if (until === null) return { field: 'until', problem: 'lift_needs_end' };
  const lifted = platform.filter((limit) => limit.measure === measure && limit.window === window);
  if (lifted.length === 0) return { field: 'kind', problem: 'nothing_to_lift' };
  return lifted.every((limit) => isAbove(override, limit))
    ? null
    : { field: 'limit', problem: 'not_above_platform' };
}

function isAbove(override: RequestedOverride, { limit, currency }: SpendingLimit): boolean {
  if (override.currency === null || currency === null) return override.limit > limit;
  const order = compareMoney(
    { amountMinor: override.limit, currency: override.currency },
    { amountMinor: limit, currency },
  );
  return order !== null && order > 0;
}
