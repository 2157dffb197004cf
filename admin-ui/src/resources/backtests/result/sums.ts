import type { BacktestResultView } from '@coinwarden/contracts';

export type ByLabel = BacktestResultView['labels'];

export const transactionsOf = (labels: ByLabel): number =>
  Object.values(labels).reduce((sum, { transactions }) => sum + transactions, 0);

/** Known and presumed. */
export const goodOf = ({ good, presumed_good: presumed }: ByLabel) => ({
  transactions: good.transactions + presumed.transactions,
  usdMinor: good.usdMinor + presumed.usdMinor,
  coins: good.coins + presumed.coins,
});
