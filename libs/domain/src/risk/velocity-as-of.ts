/**
 * What an entity remembered at a moment of the past, found in what it remembers today: later events and later sightings are
 * taken away, and so is the transaction of that moment itself. It is as exact as the buckets are fine; what was forgotten
 * since stays forgotten.
 */
import type { Instant } from '../kernel/time.js';
import { bucketEnd, bucketStart } from './velocity-buckets.js';
import { STRIDE } from './velocity-sightings.js';
import { type Bucket, type Seen, SLOT, type VelocityState } from './velocity-state.js';

/** `own` is what the transaction itself left in an empty state. */
export function velocityAsOf(state: VelocityState, at: Instant, own: VelocityState): VelocityState {
  const slot = Math.floor(at / SLOT);
  return {
    base: state.base,
    newest: Math.min(state.newest, slot),
    buckets: state.buckets
      .filter((bucket) => bucketStart(bucket) + state.base <= slot)
      .map((bucket) =>
        bucketEnd(bucket) + state.base > slot ? without(bucket, own.buckets[0]) : [...bucket],
      ),
    seen: state.seen.map((seen) => seenBy(seen, slot - state.base, hashesOf(own, seen[0]!))),
  };
}

/** The bucket of that moment less the counts of one event. */
function without(bucket: Bucket, event: Bucket | undefined): Bucket {
  const left = [...bucket];
  for (let own = 1; event && own < event.length; own += 3) {
    for (let f = 1; f < left.length; f += 3) {
      if (left[f] !== event[own]) continue;
      left[f + 1] = Math.max(0, left[f + 1]! - event[own + 1]!);
      left[f + 2] = Math.max(0, left[f + 2]! - event[own + 2]!);
    }
  }
  return left;
}

const hashesOf = (own: VelocityState, kind: number): ReadonlySet<number> =>
  new Set(
    own.seen.filter((seen) => seen[0] === kind).flatMap((seen) => seen.filter((_, i) => i % STRIDE === 1)),
  );

/** Sightings that began before the moment; those it made itself are not among them. */
function seenBy(seen: Seen, slot: number, own: ReadonlySet<number>): Seen {
  const kept: [hash: number, last: number, span: number][] = [];
  for (let i = 1; i < seen.length; i += STRIDE) {
    const [hash, last, span] = [seen[i]!, seen[i + 1]!, seen[i + 2]!];
    const first = last - span;
    if (first > slot || (first === slot && own.has(hash))) continue;
    const seenLast = Math.min(last, slot);
    kept.push([hash, seenLast, seenLast - first]);
  }
  return [seen[0]!, ...kept.sort((a, b) => a[1] - b[1]).flat()];
}
