/**
 * What rules see of an entity's recent past. All windows are worked out in one pass over at most a hundred buckets, when
 * the first of them is asked for.
 */
import { DAY, type Instant } from '../kernel/time.js';
import { bucketEnd, bucketStart } from './velocity-buckets.js';
import { hashId, STRIDE, seenOf } from './velocity-sightings.js';
import {
  KEEP_SLOTS,
  KIND_INDEX,
  SERIES_INDEX,
  type Seen,
  type SightingKind,
  SLOT,
  VELOCITY_SERIES,
  VELOCITY_WINDOWS,
  type VelocitySeries,
  type VelocityState,
  type VelocityWindow,
  WINDOW_INDEX,
  WINDOW_NAMES,
} from './velocity-state.js';

const WIDTH = VELOCITY_SERIES.length;
/** Someone in another's account uses a device or a card for the first time, and again and again that day. */
const ESTABLISHED_SLOTS = DAY / SLOT;
const WINDOW_SLOTS = WINDOW_NAMES.map((name) => VELOCITY_WINDOWS[name] / SLOT);

/**
 * The windows of an entity as they stand at `at`. It works on the state as it is when first asked, so read before you
 * record: the event being judged is not counted yet.
 */
export class VelocityReading {
  #counts: number[] | undefined;
  #sums: number[] = [];
  /** `at` in slots since the state's base. */
  readonly #now: number;

  constructor(
    readonly state: VelocityState,
    at: Instant,
  ) {
    this.#now = at / SLOT - state.base;
  }

  /** How many events of a series fell into the window. */
  count(window: VelocityWindow, series: VelocitySeries): number {
    this.#counts ??= this.#work();
    return this.#counts[WINDOW_INDEX[window] * WIDTH + SERIES_INDEX[series]]!;
  }

  /** Their coins, diamonds or US cents together. */
  sum(window: VelocityWindow, series: VelocitySeries): number {
    this.#counts ??= this.#work();
    return this.#sums[WINDOW_INDEX[window] * WIDTH + SERIES_INDEX[series]]!;
  }

  /** How many different others of a kind were last seen in the window, up to `MAX_SIGHTINGS`. */
  distinct(window: VelocityWindow, kind: SightingKind): number {
    const seen = seenOf(this.state, KIND_INDEX[kind]);
    if (!seen) return 0;
    const from = this.#now - WINDOW_SLOTS[WINDOW_INDEX[window]]!;
    let first = seen.length;
    while (first > 1 && seen[first - 2]! + 1 > from) first -= STRIDE;
    return (seen.length - first) / STRIDE;
  }

  /** Whether the entity was seen with this other one in the last 30 days. */
  knows(kind: SightingKind, id: string): boolean {
    return this.#lastSeen(kind, hashId(id)) !== undefined;
  }

  /** The same, and for the first time more than a day ago. */
  isUsedTo(kind: SightingKind, id: string): boolean {
    return this.isUsedToHash(kind, hashId(id));
  }

  /** The same by `hashId`. */
  isUsedToHash(kind: SightingKind, hash: number): boolean {
    const entry = this.#lastSeen(kind, hash);
    return entry !== undefined && this.#isEstablished(entry.seen, entry.position);
  }

  /** How many others of a kind the entity was seen with in 30 days and for the first time more than a day ago. */
  established(kind: SightingKind): number {
    const seen = seenOf(this.state, KIND_INDEX[kind]);
    if (!seen) return 0;
    let established = 0;
    for (let i = 1; i < seen.length; i += STRIDE) if (this.#isEstablished(seen, i)) established++;
    return established;
  }

  /** Whether both entities have been seen with the same other one. */
  sharesAny(kind: SightingKind, other: VelocityReading): boolean {
    const mine = seenOf(this.state, KIND_INDEX[kind]);
    const theirs = seenOf(other.state, KIND_INDEX[kind]);
    if (!mine || !theirs) return false;
    for (let i = 1; i < mine.length; i += STRIDE) {
      for (let j = 1; j < theirs.length; j += STRIDE) if (mine[i] === theirs[j]) return true;
    }
    return false;
  }

  #lastSeen(kind: SightingKind, hash: number): { seen: Seen; position: number } | undefined {
    const seen = seenOf(this.state, KIND_INDEX[kind]);
    if (!seen) return undefined;
    for (let i = 1; i < seen.length; i += STRIDE) {
      if (seen[i] !== hash) continue;
      return this.#isRemembered(seen, i) ? { seen, position: i } : undefined;
    }
    return undefined;
  }

  #isRemembered(seen: Seen, position: number): boolean {
    return seen[position + 1]! + 1 > this.#now - KEEP_SLOTS;
  }

  #isEstablished(seen: Seen, position: number): boolean {
    const first = seen[position + 1]! - seen[position + 2]!;
    return this.#isRemembered(seen, position) && first + 1 <= this.#now - ESTABLISHED_SLOTS;
  }

  #work(): number[] {
    const counts = new Array<number>(WINDOW_NAMES.length * WIDTH).fill(0);
    const sums = new Array<number>(WINDOW_NAMES.length * WIDTH).fill(0);
    for (const bucket of this.state.buckets) {
      if (bucketStart(bucket) > this.#now) break;
      const age = this.#now - bucketEnd(bucket);
      for (let w = WINDOW_SLOTS.length - 1; w >= 0 && age < WINDOW_SLOTS[w]!; w--) {
        for (let f = 1; f < bucket.length; f += 3) {
          const cell = w * WIDTH + bucket[f]!;
          counts[cell]! += bucket[f + 1]!;
          sums[cell]! += bucket[f + 2]!;
        }
      }
    }
    this.#sums = sums;
    return counts;
  }
}

/** Reads all windows of an entity as they stand at `at`. */
export const readVelocity = (state: VelocityState, at: Instant): VelocityReading =>
  new VelocityReading(state, at);
