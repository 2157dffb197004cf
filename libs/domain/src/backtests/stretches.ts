/**
 * A long slice of history in stretches that are replayed side by side. Each is warmed up by itself, so what comes before
 * a stretch is read twice: a slice is only divided where that is soon made up for.
 */
import type { Instant } from '../kernel/time.js';
import { type BacktestSlice, warmUpFrom } from './backtest.js';

/** Divided, the longest stretch must have no more than this share of the work of the whole. */
const WORTH_DIVIDING = 0.8;

/** The edges of so many steps of equal length, from the start of the warm-up to the end of the slice. */
export function stepEdges(slice: BacktestSlice, steps: number): Instant[] {
  const start = warmUpFrom(slice);
  const step = (slice.to - start) / steps;
  return Array.from({ length: steps + 1 }, (_, place) => Math.round(start + place * step));
}

export interface HistoryCount {
  /** How many transactions lie in each of the steps. */
  readonly steps: readonly number[];
  /** No stretch is divided below so many transactions. */
  readonly fewest: number;
}

export interface Stretch {
  readonly slice: BacktestSlice;
  /** To be read, those of its warm-up included; about, where it begins or ends within a step. */
  readonly transactions: number;
}

/** At most `most` stretches that together are the slice, in the order of time, about as much work each. */
export function stretchesOf(slice: BacktestSlice, { steps, fewest }: HistoryCount, most: number): Stretch[] {
  const edges = stepEdges(slice, steps.length);
  const start = edges[0]!;
  const step = (slice.to - start) / steps.length;
  const before = [0];
  for (const count of steps) before.push(before.at(-1)! + count);
  const readBefore = (at: Instant) => before[Math.max(0, Math.floor((at - start) / step))]!;

  const divided = (work: number): Stretch[] => {
    const stretches: Stretch[] = [];
    let { from } = slice;
    const add = (to: Instant, end: number) => {
      const transactions = before[end]! - readBefore(warmUpFrom({ from }));
      stretches.push({ slice: { ...slice, from, to }, transactions });
      from = to;
    };
    for (let place = 1; place <= steps.length; place++) {
      const tooMuch = before[place]! - readBefore(warmUpFrom({ from })) > work;
      if (tooMuch && edges[place - 1]! > from) add(edges[place - 1]!, place - 1);
    }
    add(slice.to, steps.length);
    return stretches;
  };

  const whole = before.at(-1)!;
  const least = Math.max(fewest, whole / most);
  if (least > WORTH_DIVIDING * whole) return divided(whole);
  const work = smallest({ from: least, to: WORTH_DIVIDING * whole }, (some) => divided(some).length <= most);
  return divided(work ?? whole);
}

const TRIES = 24;

/** The smallest amount, nearly, for which it holds; null when it does not even for the largest. */
function smallest(range: { from: number; to: number }, holds: (amount: number) => boolean): number | null {
  if (!holds(range.to)) return null;
  let [low, high] = [range.from, range.to];
  for (let i = 0; i < TRIES; i++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
