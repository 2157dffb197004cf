import type { DashboardReport } from '@coinwarden/contracts';
import type { Instant } from '@coinwarden/domain';
import type { HeldRow, SumRow } from '../persistence/report-reading.store.js';

type Volume = DashboardReport['totals'];

/** Counts every outcome; coins, diamonds and money only of what was approved, because nothing else moved. */
export function volumeOf(rows: readonly SumRow[]): Volume {
  const outcomes = { approve: 0, review: 0, decline: 0 };
  const moved = { coins: 0, diamonds: 0 };
  const money = new Map<string, number>();
  for (const row of rows) {
    outcomes[row.outcome] += row.transactions;
    if (row.outcome !== 'approve') continue;
    moved.coins = added(moved.coins, row.coins);
    moved.diamonds = added(moved.diamonds, row.diamonds);
    if (row.currency !== '') money.set(row.currency, added(money.get(row.currency) ?? 0, row.amount_minor));
  }
  const transactions = outcomes.approve + outcomes.review + outcomes.decline;
  return { transactions, outcomes, ...moved, money: largestFirst(money) };
}

/** One volume per bucket of the range, empty ones included. */
export function seriesOf(
  rows: readonly SumRow[],
  range: { from: Instant; to: Instant; step: number },
): DashboardReport['series'] {
  const buckets = new Map<Instant, SumRow[]>();
  for (const row of rows) {
    if (row.at === null) continue;
    const bucket = buckets.get(row.at.getTime());
    if (bucket) bucket.push(row);
    else buckets.set(row.at.getTime(), [row]);
  }
  const series: DashboardReport['series'] = [];
  for (let at = range.from; at < range.to; at += range.step) {
    series.push({ at: new Date(at).toISOString(), ...volumeOf(buckets.get(at) ?? []) });
  }
  return series;
}

export function heldOf(rows: readonly HeldRow[]): DashboardReport['held'] {
  const money = new Map<string, number>();
  let [transactions, coins, diamonds] = [0, 0, 0];
  let oldestAt: Instant | null = null;
  for (const row of rows) {
    transactions += row.transactions;
    coins = added(coins, row.coins);
    diamonds = added(diamonds, row.diamonds);
    if (row.currency !== '') money.set(row.currency, row.amount_minor);
    oldestAt = Math.min(oldestAt ?? Number.POSITIVE_INFINITY, row.oldest_at.getTime());
  }
  return {
    transactions,
    coins,
    diamonds,
    money: largestFirst(money),
    oldestAt: oldestAt === null ? null : new Date(oldestAt).toISOString(),
  };
}

const added = (a: number, b: number): number => Math.min(a + b, Number.MAX_SAFE_INTEGER);

const largestFirst = (money: ReadonlyMap<string, number>): Volume['money'] =>
  [...money]
    .map(([currency, amountMinor]) => ({ currency, amountMinor }))
    .sort((a, b) => b.amountMinor - a.amountMinor || (a.currency < b.currency ? -1 : 1));
