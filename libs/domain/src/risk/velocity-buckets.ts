/**
 * Time buckets that widen with age: five minutes at first, then an hour, six hours and a day, and gone after 30 days.
 * A bucket is merged into the wider one only when the whole wider one has left the window that needs the finer, so
 * every window reaches back at most one of its own buckets too far and never too short.
 */
import { DAY, HOUR } from '../kernel/time.js';
import { type Bucket, KEEP_SLOTS, SLOT, type VelocityState } from './velocity-state.js';

/** Width of a bucket per level, in slots. */
const WIDTHS = [1, 12, 72, 288] as const;
/** The window that needs the buckets of a level, in slots. */
const NEEDED_FOR = [HOUR / SLOT, DAY / SLOT, (7 * DAY) / SLOT] as const;
const LEVELS = WIDTHS.length;

export const bucketStart = (bucket: Bucket): number => bucket[0]! >> 2;
export const bucketEnd = (bucket: Bucket): number => (bucket[0]! >> 2) + WIDTHS[bucket[0]! & 3]!;

/** Where the widest bucket around a slot ends: until then the slot is remembered, in whichever order events arrive. */
export const widestEnd = (slot: number): number => {
  const widest = WIDTHS[LEVELS - 1]!;
  return (Math.floor(slot / widest) + 1) * widest;
};

interface Counted {
  readonly series: number;
  readonly count: number;
  readonly sum: number;
}

/** Adds to the bucket that covers `slot` (absolute, and still remembered), made where it is missing. */
export function addToBucket(state: VelocityState, slot: number, event: Counted): void {
  const { buckets } = state;
  const header = headerOf(state, slot);
  const start = header >> 2;
  // From the end, where most events belong.
  let i = buckets.length;
  while (i > 0 && bucketStart(buckets[i - 1]!) > start) i--;
  if (i > 0 && bucketStart(buckets[i - 1]!) === start) {
    addEvent(buckets, i - 1, event);
    return;
  }
  const made: Bucket = [header, event.series, event.count, event.sum];
  if (buckets.length === 0) state.buckets = [made];
  else if (i === buckets.length) buckets.push(made);
  else buckets.splice(i, 0, made);
}

/** Lists are written out whole: one that grows by itself is given room for far more, and there are very many of them. */
function addEvent(buckets: Bucket[], place: number, { series, count, sum }: Counted): void {
  const bucket = buckets[place]!;
  for (let f = 1; f < bucket.length; f += 3) {
    if (bucket[f] === series) {
      bucket[f + 1]! += count;
      bucket[f + 2] = Math.min(bucket[f + 2]! + sum, Number.MAX_SAFE_INTEGER);
      return;
    }
  }
  buckets[place] = bucket.concat(series, count, sum);
}

/** How the bucket that covers a slot (absolute) begins: its start and its level. */
function headerOf({ base, newest }: VelocityState, slot: number): number {
  const level = levelOf(slot, newest);
  const width = WIDTHS[level]!;
  return (Math.floor(slot / width) * width - base) * LEVELS + level;
}

/** The level a slot belongs to: the finest whose next wider bucket still reaches into the window that needs it. */
function levelOf(slot: number, newest: number): number {
  for (let level = 0; level < LEVELS - 1; level++) {
    const wider = WIDTHS[level + 1]!;
    if ((Math.floor(slot / wider) + 1) * wider > newest - NEEDED_FOR[level]!) return level;
  }
  return LEVELS - 1;
}

/** Brings the buckets in line with a new `newest`: merges what has aged, drops what is older than 30 days. */
export function ageBuckets(state: VelocityState): boolean {
  const { newest, base, buckets } = state;
  if (!anyAged(state)) return false;
  // In place: what has not aged stays as it is, and what has is at most merged into the one kept before it.
  let kept = 0;
  for (const bucket of buckets) {
    if (isForgotten(bucket, base, newest)) continue;
    const header = headerOf(state, bucketStart(bucket) + base);
    if (kept > 0 && bucketStart(buckets[kept - 1]!) === header >> 2) {
      for (let f = 1; f < bucket.length; f += 3) {
        addEvent(buckets, kept - 1, { series: bucket[f]!, count: bucket[f + 1]!, sum: bucket[f + 2]! });
      }
    } else {
      bucket[0] = header;
      buckets[kept++] = bucket;
    }
  }
  buckets.length = kept;
  return true;
}

const isForgotten = (bucket: Bucket, base: number, newest: number): boolean =>
  widestEnd(bucketStart(bucket) + base) <= newest - KEEP_SLOTS;

/** Of the buckets of one level the oldest ages first, so one per level tells of all. */
function anyAged({ newest, base, buckets }: VelocityState): boolean {
  let level = -1;
  for (const bucket of buckets) {
    if ((bucket[0]! & 3) === level) continue;
    level = bucket[0]! & 3;
    if (isForgotten(bucket, base, newest) || levelOf(bucketStart(bucket) + base, newest) !== level)
      return true;
  }
  return false;
}
