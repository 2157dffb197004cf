import { MAX_AMOUNT } from '../kernel/coins.js';
import type { Instant } from '../kernel/time.js';
import { amountIn, compareMoney } from './convert-money.js';
import { countedIn, type LimitUsage, resetOf, type Spend } from './limit-usage.js';
import {
  LIMIT_LAYERS,
  LIMIT_WINDOWS,
  type LimitRoom,
  type LimitWindow,
  type SpendingLimit,
} from './spending-limit.js';
import { inForce, unlifted } from './standing-limits.js';

/**
 * Holds a spend against every limit that binds an account at `at`. Of the limits on one measure and window the lowest
 * wins, whoever set it; between equals the layer nearer the law. Amounts are whole and conversions round up, so nothing
 * ever passes a limit by a coin or a minor unit.
 */
export interface LimitCheck {
  /** The first binding limit the spend would pass: per transaction, then day, week, month. Null when it fits. */
  readonly refused: LimitRoom | null;
  /** The binding limit of each window that has one for this measure, with its room before the spend. */
  readonly rooms: readonly LimitRoom[];
}

export interface LimitsInForce {
  /** Limits of any layer and measure; those not in effect at `at` are passed over. */
  readonly limits: readonly SpendingLimit[];
  readonly usage: LimitUsage;
  readonly at: Instant;
  readonly timeZone: string;
}

export function checkLimits(asked: LimitsInForce & { readonly spend: Spend }): LimitCheck {
  const input = standing(asked);
  const rooms: LimitRoom[] = [];
  let refused: LimitRoom | null = null;
  for (const window of LIMIT_WINDOWS) {
    const found = bindingLimit(input, window, asked.spend.measure, asked.spend);
    if (found === null) continue;
    const room = roomOf(found.limit, input);
    rooms.push(room);
    if (found.passed && refused === null) refused = room;
  }
  return { refused, rooms };
}

/** The same list of rooms after a spend: hand in the usage that counts it. */
export function roomsFor(asked: LimitsInForce & { readonly measure: Spend['measure'] }): LimitRoom[] {
  const input = standing(asked);
  const rooms: LimitRoom[] = [];
  for (const window of LIMIT_WINDOWS) {
    const found = bindingLimit(input, window, asked.measure, null);
    if (found !== null) rooms.push(roomOf(found.limit, input));
  }
  return rooms;
}

const standing = ({ limits, usage, at, timeZone }: LimitsInForce): LimitsInForce => ({
  limits: unlifted(limits, at),
  usage,
  at,
  timeZone,
});

/** The room under one limit at `at`, in the limit's own unit. */
export function roomOf(
  limit: SpendingLimit,
  { usage, at, timeZone }: Omit<LimitsInForce, 'limits'>,
): LimitRoom {
  const { layer, measure, window, currency } = limit;
  const used = usedUnder(limit, usage, at, timeZone, null);
  return {
    layer,
    measure,
    window,
    currency,
    limit: limit.limit,
    // A currency without a rate cannot be compared, so its spending fills whatever limit it meets.
    used: used === null ? limit.limit : used > MAX_AMOUNT ? MAX_AMOUNT : used,
    remaining: used === null || used >= limit.limit ? 0n : limit.limit - used,
    resetsAt: window === 'transaction' ? null : resetOf(usage, window, at, timeZone),
  };
}

interface Found {
  readonly limit: SpendingLimit;
  readonly passed: boolean;
}

function bindingLimit(
  { limits, usage, at, timeZone }: LimitsInForce,
  window: LimitWindow,
  measure: Spend['measure'],
  spend: Spend | null,
): Found | null {
  let found: Found | null = null;
  for (const limit of limits) {
    if (limit.window !== window || limit.measure !== measure || !inForce(limit, at)) continue;
    const after = spend === null ? 0n : usedUnder(limit, usage, at, timeZone, spend);
    const passed = after === null || after > limit.limit;
    // Rounding can let a spend pass a limit that is worth a fraction more than the lowest: that one then binds.
    if (found === null || (passed !== found.passed ? passed : isLower(limit, found.limit))) {
      found = { limit, passed };
    }
  }
  return found;
}

function isLower(a: SpendingLimit, b: SpendingLimit): boolean {
  const order =
    a.currency === b.currency || a.currency === null || b.currency === null
      ? Number(a.limit - b.limit)
      : (compareMoney(
          { amountMinor: a.limit, currency: a.currency },
          { amountMinor: b.limit, currency: b.currency },
        ) ?? 0);
  return order < 0 || (order === 0 && LIMIT_LAYERS.indexOf(a.layer) < LIMIT_LAYERS.indexOf(b.layer));
}

/** What stands against a limit, with `spend` if given, in the limit's unit; null when it cannot be compared. */
function usedUnder(
  limit: SpendingLimit,
  usage: LimitUsage,
  at: Instant,
  timeZone: string,
  spend: Spend | null,
): bigint | null {
  const counted = limit.window === 'transaction' ? null : countedIn(usage, limit.window, at, timeZone);
  if (limit.measure === 'coins_spent') {
    return (counted?.coins ?? 0n) + (spend?.measure === 'coins_spent' ? spend.coins : 0n);
  }
  const currency = limit.currency;
  if (currency === null) throw new TypeError('a limit on money has no currency');
  let bought = spend?.measure === 'purchase_money' ? spend.money : null;
  let used = 0n;
  for (const money of counted?.money ?? []) {
    // One currency is converted as one sum, so that many small purchases are not each rounded up.
    const sum: typeof money =
      bought?.currency === money.currency
        ? { amountMinor: money.amountMinor + bought.amountMinor, currency: money.currency }
        : money;
    if (sum !== money) bought = null;
    const converted = amountIn(currency, sum);
    if (converted === null) return null;
    used += converted;
  }
  if (bought !== null) {
    const converted = amountIn(currency, bought);
    if (converted === null) return null;
    used += converted;
  }
  return used;
}
