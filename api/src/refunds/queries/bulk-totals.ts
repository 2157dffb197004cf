import type { RefundBulkPreview } from '@coinwarden/contracts';
import type { BulkLine } from './bulk-previews.js';

type Totals = Omit<RefundBulkPreview, 'hash' | 'needsSecondPerson'> & {
  /** Whether money is among it that cannot be compared with a limit in another currency. */
  readonly uncompared: boolean;
};

/** Everything together, the purchases that cannot be refunded only counted. */
export function sumUp(lines: readonly BulkLine[]): Totals {
  const good = lines.filter((line) => line.problem === null);
  return {
    money: [
      ...sums(
        good,
        (line) => line.currency!,
        (line) => Number(line.amountMinor),
      ),
    ].map(([currency, amountMinor]) => ({ amountMinor, currency })),
    amountUsdMinor: good.reduce((sum, line) => sum + (line.amountUsdMinor ?? 0), 0),
    uncompared: good.some((line) => line.amountUsdMinor === null),
    purchases: lines.length,
    refundable: good.length,
    accounts: new Set(good.map((line) => line.accountId)).size,
    coins: Number(good.reduce((sum, line) => sum + line.coins, 0n)),
    unspentCoins: Number(good.reduce((sum, line) => sum + line.unspentCoins, 0n)),
    outcomes: [
      ...sums(
        lines.filter((line) => line.outcome !== null),
        (line) => line.outcome!,
        () => 1,
      ),
    ].map(([outcome, count]) => ({ outcome, count })),
    refusals: refusalsOf(lines),
  };
}

function refusalsOf(lines: readonly BulkLine[]): RefundBulkPreview['refusals'] {
  const bad = lines.filter((line) => line.problem !== null);
  const kindOf = ({ problem }: BulkLine) => `${problem!.code} ${problem!.why ?? ''}`;
  const examples = new Map(bad.map((line) => [kindOf(line), line.problem!]));
  return [...sums(bad, kindOf, () => 1)].map(([kind, count]) => ({ ...examples.get(kind)!, count }));
}

function sums<K>(
  lines: readonly BulkLine[],
  key: (line: BulkLine) => K,
  value: (line: BulkLine) => number,
): Map<K, number> {
  const sum = new Map<K, number>();
  for (const line of lines) sum.set(key(line), (sum.get(key(line)) ?? 0) + value(line));
  return sum;
}
