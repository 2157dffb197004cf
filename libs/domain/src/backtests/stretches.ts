/**
 * A long slice of history in stretches that are replayed side by side. Each is warmed up by itself, so what comes before
 * a stretch is read twice: a slice is only divided where that is soon made up for.
 */
import type { Instant } from '../kernel/time.js';
import { type BacktestSlice, warmUpFrom } from './backtest.js';

/** What a transaction that is only remembered costs of one that is judged. */
const REMEMBERING = 0.6;
/** Divided, the longest stretch must have no more than this share of the work of the whole … */
const WORTH_DIVIDING = 0.8;
/** … and all of them together no more than so many times of it. */
const MOST_REPEATED = 1.5;

/** The edges of so many steps of equal length, from the start of the warm-up to the end of the slice. */
export function stepEdges(slice: BacktestSlice, steps: number): Instant[] {
  const start = warmUpFrom(slice);
  const step = (slice.to - start) / steps;
  return Array.from({ length: steps + 1 }, (_, place) => Math.round(start + place * step));
}

export interface HistoryCount {
  /** How many transactions lie in each of the steps. */
  readonly steps: readonly number[];
  /** No stretch is divided below the work of judging so many transactions. */
  readonly fewest: number;
}

export interface Stretch {
  readonly slice: BacktestSlice;
  /** To be read, those of its warm-up included; about, where it begins or ends within a step. */
  readonly transactions: number;
  /** In transactions judged. */
  readonly work: number;
}

/** At most `most` stretches that together are the slice, in the order of time, about as much work each. */
export function stretchesOf(slice: BacktestSlice, { steps, fewest }: HistoryCount, most: number): Stretch[] {
  const { whole, divided } = dividerOf(slice, steps);
  for (let some = most; some > 1; some--) {
    const least = Math.max(fewest, whole / some);
    const work = smallest(
      { from: least, to: WORTH_DIVIDING * whole },
      (each) => divided(each).length <= some,
    );
    if (work === null) continue;
    const stretches = divided(work);
    if (stretches.reduce((sum, stretch) => sum + stretch.work, 0) <= MOST_REPEATED * whole) return stretches;
  }
  return divided(whole);
}

interface Divider {
  /** The work of the slice in one piece. */
  readonly whole: number;
  /** In stretches of so much work at most, where one step is not more by itself. */
  divided(work: number): Stretch[];
}

function dividerOf(slice: BacktestSlice, steps: readonly number[]): Divider {
  const edges = stepEdges(slice, steps.length);
  const start = edges[0]!;
  const step = (slice.to - start) / steps.length;
  const before = [0];
  for (const count of steps) before.push(before.at(-1)! + count);
  const readBefore = (at: Instant) => before[Math.max(0, Math.floor((at - start) / step))]!;
  const stretch = (from: Instant, end: number): Stretch => {
    const firstRead = readBefore(warmUpFrom({ from }));
    const firstJudged = readBefore(from);
    const work = before[end]! - firstJudged + REMEMBERING * (firstJudged - firstRead);
    return { slice: { ...slice, from, to: edges[end]! }, transactions: before[end]! - firstRead, work };
  };
  const divided = (work: number): Stretch[] => {
    const stretches: Stretch[] = [];
    let { from } = slice;
    for (let place = 1; place < edges.length; place++) {
      if (edges[place - 1]! <= from || stretch(from, place).work <= work) continue;
      stretches.push(stretch(from, place - 1));
      from = edges[place - 1]!;
    }
    return [...stretches, stretch(from, steps.length)];
  };
  return { whole: stretch(slice.from, steps.length).work, divided };
}

const TRIES = 24;

/** The smallest amount, nearly, for which it holds; null when it does not even for the largest. */
function smallest(range: { from: number; to: number }, holds: (amount: number) => boolean): number | null {
  if (range.from > range.to || !holds(range.to)) return null;
  let [low, high] = [range.from, range.to];
  for (let i = 0; i < TRIES; i++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
