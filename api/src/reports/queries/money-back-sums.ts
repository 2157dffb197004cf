import type { MoneyBackReport } from '@coinwarden/contracts';
import { amountIn, DAY, type Instant } from '@coinwarden/domain';
import type {
  DisputeSumRow,
  MoneyRow,
  Range,
  RefundSumRow,
} from '../persistence/money-back-reading.store.js';

type Counted = MoneyBackReport['purchases'];

const bounded = (value: number): number => Math.min(value, Number.MAX_SAFE_INTEGER);

export function moneyOf(
  rows: readonly MoneyRow[],
  amount = (row: MoneyRow): number => row.amount_minor,
): Counted['money'] {
  const sums = new Map<string, number>();
  for (const row of rows) {
    if (row.currency === '' || amount(row) === 0) continue;
    sums.set(row.currency, bounded((sums.get(row.currency) ?? 0) + amount(row)));
  }
  return [...sums]
    .map(([currency, amountMinor]) => ({ currency, amountMinor }))
    .sort((a, b) => b.amountMinor - a.amountMinor || (a.currency < b.currency ? -1 : 1));
}

export const countedOf = (rows: readonly MoneyRow[]): Counted => ({
  count: rows.reduce((sum, { count }) => sum + count, 0),
  money: moneyOf(rows),
});

/** Reasons by how often they were given. */
export function reasonsOf(rows: readonly RefundSumRow[]): MoneyBackReport['reasons'] {
  const codes = [...new Set(rows.map(({ reason }) => reason))].filter((code) => code !== null);
  return codes
    .map((reason) => ({ reason, ...countedOf(rows.filter((row) => row.reason === reason)) }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

/** Every day of the range; a currency without a reference rate is counted but not summed. */
export function moneyBackSeries(
  { from, to }: Range,
  refunds: readonly RefundSumRow[],
  disputes: readonly DisputeSumRow[],
): MoneyBackReport['series'] {
  const series: MoneyBackReport['series'] = [];
  for (let at = from; at < to; at += DAY) {
    const refunded = refunds.filter((row) => row.at?.getTime() === at);
    const lost = disputes.filter((row) => row.at.getTime() === at);
    series.push({
      at: new Date(at).toISOString(),
      refunds: countedOf(refunded).count,
      refundedUsdMinor: usdOf(refunded),
      disputes: countedOf(lost).count,
      lostUsdMinor: usdOf(lost),
    });
  }
  return series;
}

const usdOf = (rows: readonly MoneyRow[]): number =>
  rows.reduce((sum, { amount_minor, currency }) => {
    const usd = amountIn('USD', { amountMinor: BigInt(Math.trunc(amount_minor)), currency });
    return bounded(sum + Number(usd ?? 0n));
  }, 0);

/** The months up to the one of `now`, oldest first, in UTC. */
export function lastMonths(now: Instant, count: number): Range[] {
  const date = new Date(now);
  const start = (back: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1);
  return Array.from({ length: count }, (_, i) => {
    const back = count - 1 - i;
    return { from: start(back), to: start(back - 1) };
  });
}

export const monthName = ({ from }: Range): string => new Date(from).toISOString().slice(0, 7);
