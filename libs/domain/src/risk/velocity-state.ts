/**
 * The shape in which the recent past of an entity (an account, a device, a card, an address, a pair of accounts …) is
 * kept: counts and sums per series in time buckets, and the distinct others it was seen with. The stored text is compact
 * JSON of nested number arrays, small enough to be rewritten whenever the entity acts.
 */
import { DAY, HOUR, MINUTE } from '../kernel/time.js';

/** What is counted. The position is stored, so a series is only ever added at the end. */
export const VELOCITY_SERIES = [
  'purchases',
  'giftsSent',
  'giftsReceived',
  'bonusGiftsReceived',
  'videoPromotions',
  'unlocks',
  'rewards',
  'conversions',
  'withdrawals',
  'declined',
  'paymentRefusals',
] as const;
export type VelocitySeries = (typeof VELOCITY_SERIES)[number];

/** The kinds of others an entity is seen with. The position is stored, so a kind is only ever added at the end. */
export const SIGHTING_KINDS = [
  'accounts',
  'instruments',
  'devices',
  'ips',
  'recipients',
  'senders',
  'cardCountries',
] as const;
export type SightingKind = (typeof SIGHTING_KINDS)[number];

export const VELOCITY_WINDOWS = { h1: HOUR, h24: DAY, d7: 7 * DAY, d30: 30 * DAY } as const;
export type VelocityWindow = keyof typeof VELOCITY_WINDOWS;
export const WINDOW_NAMES = Object.keys(VELOCITY_WINDOWS) as VelocityWindow[];

/** The finest resolution, in which all stored times count. */
export const SLOT = 5 * MINUTE;
/** How long anything is remembered, in slots. */
export const KEEP_SLOTS = (30 * DAY) / SLOT;

/** [start × 4 + level, series, count, sum, series, count, sum …], start in slots since `base`. */
export type Bucket = number[];
/** [kind, hash, last, span, hash, last, span …]: last seen in slots since `base`, first seen `span` slots before. */
export type Seen = number[];

/** Mutable on purpose: a batch decodes an entity once, records many events and encodes it once. */
export interface VelocityState {
  /** Slot that bucket and sighting times count from, so that the stored numbers stay short. */
  base: number;
  /** The latest slot anything was recorded in; −1 when nothing was. */
  newest: number;
  /** Oldest first, never overlapping. */
  buckets: Bucket[];
  /** One per kind seen; within it the one longest unseen comes first. */
  seen: Seen[];
}

export const emptyVelocity = (): VelocityState => ({ base: 0, newest: -1, buckets: [], seen: [] });

/** `[]` is an entity nothing is known about. */
export function encodeVelocity(state: VelocityState): string {
  if (state.newest < 0) return '[]';
  return JSON.stringify([state.base, state.newest, state.buckets, state.seen]);
}

/** The inverse of `encodeVelocity`; it reads only what that wrote. */
export function decodeVelocity(text: string): VelocityState {
  if (text === '[]') return emptyVelocity();
  const [base, newest, buckets, seen] = JSON.parse(text) as [number, number, Bucket[], Seen[]];
  return { base, newest, buckets, seen };
}

const indexOf = <T extends string>(names: readonly T[]): Readonly<Record<T, number>> =>
  Object.fromEntries(names.map((name, i) => [name, i])) as Record<T, number>;
export const SERIES_INDEX = indexOf(VELOCITY_SERIES);
export const KIND_INDEX = indexOf(SIGHTING_KINDS);
export const WINDOW_INDEX = indexOf(WINDOW_NAMES);
