/** Counted transactions with what they were worth, apart by what is known about them. All sums are whole numbers. */
import { LABEL_CLASSES, type LabelClass } from './label.js';
import { addSums } from './sums.js';

export interface Weight {
  transactions: number;
  /** Purchases and payouts, at reference rates. */
  usdMinor: number;
  /** Coins bought, spent or rewarded. */
  coins: number;
}

export type ByLabel = Record<LabelClass, Weight>;

export const noWeight = (): Weight => ({ transactions: 0, usdMinor: 0, coins: 0 });

export const noLabels = (): ByLabel =>
  Object.fromEntries(LABEL_CLASSES.map((name) => [name, noWeight()])) as ByLabel;

/** One transaction more. */
export function weigh(to: ByLabel, label: LabelClass, worth: { usdMinor: number; coins: number }): void {
  const weight = to[label];
  weight.transactions += 1;
  weight.usdMinor += worth.usdMinor;
  weight.coins += worth.coins;
}

export const sumOf = (labels: ByLabel): Weight => {
  const sum = noWeight();
  for (const name of LABEL_CLASSES) addSums(sum, labels[name]);
  return sum;
};

/** Transactions that are known, or presumed, to have been good. */
export const goodOf = (labels: ByLabel): Weight => {
  const sum = noWeight();
  addSums(sum, labels.good);
  addSums(sum, labels.presumed_good);
  return sum;
};

/** Of the labelled transactions that were caught, the share that was fraud; null when none was labelled. */
export function precisionOf(caught: ByLabel): number | null {
  const labelled = caught.fraud.transactions + goodOf(caught).transactions;
  return labelled === 0 ? null : caught.fraud.transactions / labelled;
}

/** Of all known fraud, the share that was caught; null when there was none. */
export function recallOf(caught: ByLabel, all: ByLabel): number | null {
  return all.fraud.transactions === 0 ? null : caught.fraud.transactions / all.fraud.transactions;
}
