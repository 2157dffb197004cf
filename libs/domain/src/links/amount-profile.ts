/**
 * What amounts and repetitions are usual in this economy, learnt from the transfers themselves as they come. Nothing is
 * assumed about what an amount means: where gifts have a few fixed prices those are usual, where sums are free a narrow
 * band is. A measure says how surprising a transfer is in bits, and is silent until enough has been seen.
 */
import type { TransferKind } from './transfer.js';

/** Bins per factor e; counts of the amounts seen, by bin, and of transfers that repeated their pair. */
export interface AmountProfile {
  readonly bins: Map<string, number>;
  readonly total: Map<TransferKind, number>;
  repeats: number;
  pairs: number;
}

const BINS_PER_E = 4;
/** Before this many transfers of a kind nothing is unusual. */
const ENOUGH = 1_000;

export const emptyProfile = (): AmountProfile => ({
  bins: new Map(),
  total: new Map(),
  repeats: 0,
  pairs: 0,
});

const binOf = (kind: TransferKind, amount: number) =>
  `${kind}:${Math.floor(Math.log(Math.max(1, amount)) * BINS_PER_E)}`;

/**
 * How rare amounts of this size are against the commonest size, in bits; zero while too little is known. Sizes are
 * compared on a logarithmic scale, so a small amount can be as unusual as a large one.
 */
export function amountSurprise(profile: AmountProfile, kind: TransferKind, amount: number): number {
  const total = profile.total.get(kind) ?? 0;
  if (total < ENOUGH) return 0;
  const here = (profile.bins.get(binOf(kind, amount)) ?? 0) + 1;
  return Math.max(0, -Math.log2((here * TYPICAL_BINS) / total));
}

/** As if usual amounts spread evenly over so many bins. */
const TYPICAL_BINS = 4;

/** How rare it is here that somebody gives to the same account again, in bits. */
export function repeatSurprise({ repeats, pairs }: AmountProfile): number {
  const total = repeats + pairs;
  return total < ENOUGH ? 0 : -Math.log2((repeats + 1) / total);
}

export function recordAmount(
  profile: AmountProfile,
  { kind, amount, repeated }: { kind: TransferKind; amount: number; repeated: boolean },
): void {
  const bin = binOf(kind, amount);
  profile.bins.set(bin, (profile.bins.get(bin) ?? 0) + 1);
  profile.total.set(kind, (profile.total.get(kind) ?? 0) + 1);
  if (repeated) profile.repeats++;
  else profile.pairs++;
}

export const encodeProfile = ({ bins, total, repeats, pairs }: AmountProfile): string =>
  JSON.stringify([[...bins], [...total], repeats, pairs]);

export function decodeProfile(text: string): AmountProfile {
  if (text === '[]') return emptyProfile();
  const [bins, total, repeats, pairs] = JSON.parse(text) as [
    [string, number][],
    [TransferKind, number][],
    number,
    number,
  ];
  return { bins: new Map(bins), total: new Map(total), repeats, pairs };
}
