import { type Coins, MAX_AMOUNT } from '../kernel/coins.js';
import type { Money } from '../kernel/money.js';
import { HOUR, type Instant } from '../kernel/time.js';
import { PERIOD_WINDOWS, type PeriodWindow, periodOf } from './period.js';

/** What a transaction would use up of a limit: the coins it spends or the money it pays. */
export type Spend =
  | { readonly measure: 'coins_spent'; readonly coins: Coins }
  | { readonly measure: 'purchase_money'; readonly money: Money };

/** What one window has counted: from the spend at `since` that opened it, in the period that ends at `end`. */
export interface WindowUsage {
  readonly since: Instant;
  readonly end: Instant;
  readonly coins: bigint;
  readonly money: readonly Money[];
}

/**
 * What an account has spent in its present day, week and month: gross, so refunds never reopen room. A window starts
 * again only when the period it counted in has ended *and* a period that began no earlier holds the spend. In one time
 * zone that is simply the next day; when the account's zone changes it means that hopping between zones never wins room.
 */
export type LimitUsage = Readonly<Record<PeriodWindow, WindowUsage | null>>;

export const NO_USAGE: LimitUsage = { day: null, week: null, month: null };

/** What a window has counted that still counts for a spend at `at`; null when it starts again. */
export function countedIn(
  usage: LimitUsage,
  window: PeriodWindow,
  at: Instant,
  timeZone: string,
): WindowUsage | null {
  const counted = usage[window];
  if (counted === null) return null;
  if (at < counted.end) return isHistory(counted, window, at, timeZone) ? null : counted;
  return periodOf(window, at, timeZone).start < counted.end ? counted : null;
}

/**
 * Servers' clocks differ by moments, so a spend slightly before the period that is being counted still counts there; one
 * from well before it is history told after the fact (an import) and neither finds nor leaves anything in the present.
 */
const isHistory = (counted: WindowUsage, window: PeriodWindow, at: Instant, timeZone: string): boolean =>
  at < counted.since - HOUR && periodOf(window, at, timeZone).end <= counted.since;

/** When the room of a window comes back for an account that spends nothing more. */
export function resetOf(usage: LimitUsage, window: PeriodWindow, at: Instant, timeZone: string): Instant {
  let { start, end } = periodOf(window, at, timeZone);
  const counted = usage[window];
  if (counted !== null && start < counted.end) {
    while (end < counted.end) {
      start = end;
      end = periodOf(window, start, timeZone).end;
    }
  }
  return end;
}

/** The usage after a spend at `at`. Amounts stop at 2^53−1, the most any limit can say. */
export function addUsage(usage: LimitUsage, spend: Spend, at: Instant, timeZone: string): LimitUsage {
  return {
    day: addTo(usage, 'day', spend, at, timeZone),
    week: addTo(usage, 'week', spend, at, timeZone),
    month: addTo(usage, 'month', spend, at, timeZone),
  };
}

function addTo(
  usage: LimitUsage,
  window: PeriodWindow,
  spend: Spend,
  at: Instant,
  timeZone: string,
): WindowUsage {
  const before = usage[window];
  if (before !== null && isHistory(before, window, at, timeZone)) return before;
  const counted = countedIn(usage, window, at, timeZone) ?? {
    since: at,
    end: periodOf(window, at, timeZone).end,
    coins: 0n,
    money: [],
  };
  return spend.measure === 'coins_spent'
    ? { ...counted, coins: capped(counted.coins + spend.coins) }
    : { ...counted, money: plus(counted.money, spend.money) };
}

const capped = (amount: bigint): bigint => (amount > MAX_AMOUNT ? MAX_AMOUNT : amount);

function plus(all: readonly Money[], added: Money): Money[] {
  let found = false;
  const sums = all.map((m) => {
    if (m.currency !== added.currency) return m;
    found = true;
    return { amountMinor: capped(m.amountMinor + added.amountMinor), currency: m.currency };
  });
  if (!found) sums.push({ amountMinor: capped(added.amountMinor), currency: added.currency });
  return sums;
}

/**
 * The usage once a held spend has ended without being posted (declined, voided, expired): a window that counted it and
 * has not started again since gives its room back. Refunds never come here, what was spent stays spent.
 */
export function giveBackUsage(usage: LimitUsage, spend: Spend, spentAt: Instant): LimitUsage {
  const after: Record<PeriodWindow, WindowUsage | null> = { ...usage };
  for (const window of PERIOD_WINDOWS) {
    const counted = usage[window];
    if (counted === null || spentAt < counted.since) continue;
    after[window] =
      spend.measure === 'coins_spent'
        ? { ...counted, coins: floored(counted.coins - spend.coins) }
        : { ...counted, money: minus(counted.money, spend.money) };
  }
  return after;
}

const floored = (amount: bigint): bigint => (amount < 0n ? 0n : amount);

const minus = (all: readonly Money[], taken: Money): Money[] =>
  all
    .map((m) =>
      m.currency === taken.currency
        ? { amountMinor: floored(m.amountMinor - taken.amountMinor), currency: m.currency }
        : m,
    )
    .filter((m) => m.amountMinor > 0n);
