/**
 * The distinct others an entity was seen with, when last and since when: exact up to 64 per kind, then the 64 most
 * recent. Ids are kept as 32-bit hashes; that two of 64 share one has odds of one in two million.
 */
import { KEEP_SLOTS, type Seen, type VelocityState } from './velocity-state.js';

/** Distinct counts are exact up to here and stay here beyond. */
export const MAX_SIGHTINGS = 64;

/** Numbers per sighting: hash, slot of the last one, slots since the first one then. */
export const STRIDE = 3;

/** FNV-1a over UTF-16 units. */
export function hashId(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

export function seenOf(state: VelocityState, kind: number): Seen | undefined {
  for (const seen of state.seen) if (seen[0] === kind) return seen;
  return undefined;
}

/** Notes that an other was seen in `slot` (absolute), which may lie before what is known of it. */
export function addSighting(state: VelocityState, slot: number, other: { kind: number; hash: number }): void {
  const at = slot - state.base;
  const seen = seenOf(state, other.kind);
  if (!seen) {
    state.seen.push([other.kind, other.hash, at, 0]);
    return;
  }
  let last = at;
  let first = at;
  let place = seen.length - STRIDE;
  while (place > 0 && seen[place] !== other.hash) place -= STRIDE;
  if (place > 0) {
    last = Math.max(at, seen[place + 1]!);
    first = Math.min(at, seen[place + 1]! - seen[place + 2]!);
  } else {
    place = seen.length;
    seen.push(other.hash, at, 0);
  }
  // To its new place among the others, the one longest unseen first.
  const from = place;
  while (place + STRIDE < seen.length && seen[place + STRIDE + 1]! <= last) place += STRIDE;
  while (place > 1 && seen[place - STRIDE + 1]! > last) place -= STRIDE;
  for (let i = from; i < place; i++) seen[i] = seen[i + STRIDE]!;
  for (let i = from - 1; i >= place; i--) seen[i + STRIDE] = seen[i]!;
  seen[place] = other.hash;
  seen[place + 1] = last;
  seen[place + 2] = last - first;
  if (seen.length > 1 + STRIDE * MAX_SIGHTINGS) seen.splice(1, STRIDE);
}

/** Forgets whom the entity has not been seen with for 30 days. */
export function ageSightings(state: VelocityState): void {
  const oldest = state.newest - state.base - KEEP_SLOTS;
  for (const seen of state.seen) {
    let keepFrom = 1;
    while (keepFrom < seen.length && seen[keepFrom + 1]! < oldest) keepFrom += STRIDE;
    if (keepFrom > 1) seen.splice(1, keepFrom - 1);
  }
  if (state.seen.some((seen) => seen.length === 1)) state.seen = state.seen.filter((seen) => seen.length > 1);
}
