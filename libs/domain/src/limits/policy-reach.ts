import type { Money } from '../kernel/money.js';
import type { Instant } from '../kernel/time.js';
import { roomOf } from './check-limits.js';
import { amountIn, compareMoney } from './convert-money.js';
import { ANY_COUNTRY, type LimitPolicy } from './limit-policy.js';
import { countedIn, type LimitUsage } from './limit-usage.js';
import type { SpendingLimit } from './spending-limit.js';
import { inForce } from './standing-limits.js';

/**
 * Whom a policy would touch, judged as if it began now: who has used it up in the present window though the one before
 * would still give room, and who spent more in any one window of the past.
 */
export interface ReachedAccount {
  readonly usage: LimitUsage;
  readonly timeZone: string;
}

/** Whether the account would have no room left now and had some before. A limit per transaction is never used up. */
export function isNewlyFull(
  account: ReachedAccount,
  { limit, before, at }: { limit: SpendingLimit; before: SpendingLimit | null; at: Instant },
): boolean {
  if (limit.window === 'transaction') return false;
  const state = { ...account, at };
  if (!hasSpent(account, limit, at) || roomOf(limit, state).remaining > 0n) return false;
  return before === null || roomOf(before, state).remaining > 0n;
}

/** What an account spent in one window: coins, or money by currency. */
export interface WindowSpend {
  readonly coins: bigint;
  readonly money: readonly Money[];
}

/** Whether that is more than the limit allows. */
export function isOver(spend: WindowSpend, { measure, limit, currency }: SpendingLimit): boolean {
  if (measure === 'coins_spent') return spend.coins > limit;
  let sum = 0n;
  for (const money of spend.money) {
    const converted = amountIn(currency!, money);
    if (converted === null) return true;
    sum += converted;
  }
  return sum > limit;
}

/** Somebody whom a limit of nothing stops has not used it up; it takes a spend to do that. */
function hasSpent({ usage, timeZone }: ReachedAccount, limit: SpendingLimit, at: Instant): boolean {
  const counted = limit.window === 'transaction' ? null : countedIn(usage, limit.window, at, timeZone);
  if (counted === null) return false;
  return limit.measure === 'coins_spent'
    ? counted.coins > 0n
    : counted.money.some(({ amountMinor }) => amountMinor > 0n);
}

/** The policy of another layer or for everywhere that is as low or lower at `at`, so that this one would bind nobody. */
export function lowerPolicy(
  policies: readonly LimitPolicy[],
  policy: LimitPolicy,
  at: Instant,
): LimitPolicy | null {
  const binding = policies.filter(
    (other) =>
      other.ageBand === policy.ageBand &&
      other.measure === policy.measure &&
      other.window === policy.window &&
      (other.layer !== policy.layer || other.country !== policy.country) &&
      (other.country === policy.country || other.country === ANY_COUNTRY) &&
      inForce(other, at) &&
      isAsLow(other, policy),
  );
  return binding[0] ?? null;
}

const isAsLow = (a: LimitPolicy, b: LimitPolicy): boolean =>
  a.currency === null || b.currency === null
    ? a.limit <= b.limit
    : (compareMoney(
        { amountMinor: a.limit, currency: a.currency },
        { amountMinor: b.limit, currency: b.currency },
      ) ?? 1) <= 0;
