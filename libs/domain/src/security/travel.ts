/**
 * Impossible travel: two sign-ins on different devices, at places nobody could have gone between in the time. One device
 * in two places is no traveller but a VPN or a bad look-up, and is never held against anyone; nor is a place the account is
 * used to. Only positions count: a country alone says nothing of how far it is to the next.
 */
import { DAY, HOUR, type Instant, MINUTE } from '../kernel/time.js';
import { distanceKm, isSamePlace, type Place } from './place.js';
import type { SecurityProfile } from './security-profile.js';

/** Airliners in a tailwind reach about 1,100 km/h over ground, door to door far less. */
export const FASTEST_KMH = 1_000;
/** Both positions may be off by the coarseness of looking them up. */
export const POSITION_TOLERANCE_KM = 150;
export const LEAST_DISTANCE_KM = 400;
/** Clocks differ, and a sign-in is told when somebody comes back to the app. */
export const TIME_TOLERANCE = 10 * MINUTE;
/** A place or a device is known to the account once it was there this long ago. */
export const SETTLES = DAY;

export interface Stay {
  readonly at: Instant;
  readonly device: number;
  readonly place: Place | null;
}

export interface Travel {
  readonly from: Stay;
  readonly to: Stay;
  readonly km: number;
  /** Rounded; tolerances taken off. */
  readonly kmh: number;
}

/** The impossible travel between two sign-ins, the earlier first; null when somebody could have gone. */
export function impossibleTravel(from: Stay, to: Stay): Travel | null {
  if (from.device === to.device || from.place === null || to.place === null) return null;
  const km = distanceKm(from.place, to.place);
  if (km === null || km < LEAST_DISTANCE_KM) return null;
  const kmh = (km - POSITION_TOLERANCE_KM) / ((to.at - from.at + TIME_TOLERANCE) / HOUR);
  return kmh <= FASTEST_KMH ? null : { from, to, km: Math.round(km), kmh: Math.round(kmh) };
}

/** Every sign-in that is still known by its time, in the order of time: the latest ones, and the ends of every visit. */
export function staysUpTo(profile: SecurityProfile, now: Instant): Stay[] {
  const stays = new Map<string, Stay>();
  const add = (at: Instant, { device, place }: Omit<Stay, 'at'>) => {
    if (at <= now) stays.set(`${at} ${device}`, { at, device, place });
  };
  for (const visit of profile.visits) {
    add(visit.first, visit);
    add(visit.last, visit);
  }
  for (const signIn of profile.signIns) add(signIn.at, signIn);
  return [...stays.values()].sort((a, b) => a.at - b.at || a.device - b.device);
}

/** The travel into or out of a stay, whichever is faster. */
export function travelAround(stays: readonly Stay[], index: number): Travel | null {
  const here = stays[index]!;
  const before = stays[index - 1];
  const after = stays[index + 1];
  const into = before ? impossibleTravel(before, here) : null;
  const out = after ? impossibleTravel(here, after) : null;
  if (into === null || out === null) return into ?? out;
  return into.kmh >= out.kmh ? into : out;
}

/** All false where there is no past with places to compare with. */
export interface Novelty {
  readonly isKnown: boolean;
  readonly place: boolean;
  readonly country: boolean;
}

/** Whether a stay is at a place, in a country, that the account was not in before. */
export function noveltyOf(profile: SecurityProfile, stay: Stay): Novelty {
  const { place, at } = stay;
  const past = profile.visits.filter((visit) => visit.place !== null && visit.first <= at - SETTLES);
  if (place === null || past.length === 0) return { isKnown: false, place: false, country: false };
  const isKnown = past.some((visit) => isSamePlace(visit.place!, place));
  return {
    isKnown,
    place: !isKnown,
    country: !past.some((visit) => visit.place!.country === place.country),
  };
}
