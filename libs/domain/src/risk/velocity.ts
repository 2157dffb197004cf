/**
 * Records what an entity does. Invariant: whatever happened within the last 30 days before the latest event is counted,
 * in whichever order events arrive, and the state stays a few kilobytes however busy the entity is.
 */
import type { Instant } from '../kernel/time.js';
import { addToBucket, ageBuckets, widestEnd } from './velocity-buckets.js';
import { addSighting, ageSightings, hashId, STRIDE } from './velocity-sightings.js';
import {
  KEEP_SLOTS,
  KIND_INDEX,
  SERIES_INDEX,
  type SightingKind,
  SLOT,
  type VelocitySeries,
  type VelocityState,
} from './velocity-state.js';

/** One thing to remember: `amount` is coins, diamonds or US cents, whatever the series counts. */
export interface VelocityEvent {
  readonly series: VelocitySeries;
  readonly amount: number;
  readonly seen?: readonly Sighting[];
}

export interface Sighting {
  readonly kind: SightingKind;
  readonly id: string;
}

/** Adds an event at its own time, in place. Late events find their bucket; beyond 30 days they change nothing. */
export function recordVelocity(state: VelocityState, event: VelocityEvent, at: Instant): void {
  const slot = Math.floor(at / SLOT);
  if (!reach(state, slot)) return;
  addToBucket(state, slot, { series: SERIES_INDEX[event.series], count: 1, sum: event.amount });
  if (event.seen) for (const other of event.seen) sight(state, other, slot);
}

/** Notes that an entity was seen with another one, without counting an event. */
export function recordSighting(state: VelocityState, other: Sighting, at: Instant): void {
  const slot = Math.floor(at / SLOT);
  if (reach(state, slot)) sight(state, other, slot);
}

const sight = (state: VelocityState, other: Sighting, slot: number): void =>
  addSighting(state, slot, { kind: KIND_INDEX[other.kind], hash: hashId(other.id) });

/** Moves the state on to a later slot; false when the slot is too old to matter. */
function reach(state: VelocityState, slot: number): boolean {
  if (state.newest < 0) {
    state.base = slot;
    state.newest = slot;
  } else if (slot > state.newest) {
    state.newest = slot;
    if (ageBuckets(state)) ageSightings(state);
    if (slot - state.base > 2 * KEEP_SLOTS) rebase(state, slot - KEEP_SLOTS);
  }
  return widestEnd(slot) > state.newest - KEEP_SLOTS;
}

function rebase(state: VelocityState, base: number): void {
  ageBuckets(state);
  ageSightings(state);
  const shift = base - state.base;
  state.base = base;
  for (const bucket of state.buckets) bucket[0]! -= shift * 4;
  for (const seen of state.seen) for (let i = 2; i < seen.length; i += STRIDE) seen[i]! -= shift;
}
