/**
 * What a promotion changed: how much those it was offered to spent per account, against those who were held out of it.
 * Everybody counts, whoever bought nothing too; the interval is that of a ratio of two means (delta method), so it is
 * honest only with hundreds of accounts on either side.
 */
export interface SpendingGroup {
  readonly accounts: number;
  /** Of what each account spent: the sum, and the sum of squares. */
  readonly sum: number;
  readonly squares: number;
}

export interface Uplift {
  /** How much more is spent per account, in percent of the held out; null when nobody there spent anything. */
  readonly percent: number | null;
  /** The 95 % interval. */
  readonly low: number | null;
  readonly high: number | null;
}

const Z_95 = 1.96;
const NONE: Uplift = { percent: null, low: null, high: null };

export function upliftOf(offered: SpendingGroup, heldOut: SpendingGroup): Uplift {
  if (offered.accounts < 2 || heldOut.accounts < 2 || heldOut.sum <= 0) return NONE;
  const [a, b] = [meanOf(offered), meanOf(heldOut)];
  const ratio = a.mean / b.mean;
  const relative = (a.mean === 0 ? 0 : a.variance / a.mean ** 2) + b.variance / b.mean ** 2;
  const half = Z_95 * ratio * Math.sqrt(relative);
  const percent = (r: number) => Math.round(1_000 * (r - 1)) / 10;
  return { percent: percent(ratio), low: percent(ratio - half), high: percent(ratio + half) };
}

/** The mean, and its variance. */
function meanOf({ accounts, sum, squares }: SpendingGroup): { mean: number; variance: number } {
  const mean = sum / accounts;
  const spread = Math.max(0, (squares - accounts * mean ** 2) / (accounts - 1));
  return { mean, variance: spread / accounts };
}
