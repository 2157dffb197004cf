/**
 * What is remembered of an account's security, of bounded size. It is the same whatever order events come in and however
 * often: every part keeps the latest of a set by one fixed order, and what a part keeps of an entry only ever grows
 * (first seen, last seen), so an entry that has fallen out can never come back half forgotten.
 */
import { DAY, type Instant } from '../kernel/time.js';
import { nameOfPlace, type Place, rememberedPlace } from './place.js';
import type { SecurityEvent, SecurityEventType } from './security-event.js';

type Of<T extends SecurityEventType> = Omit<Extract<SecurityEvent, { type: T }>, 'type'>;

/** The good sign-ins of one week on one device from one place. */
export interface Visit {
  /** Weeks since the epoch. */
  readonly week: number;
  readonly device: number;
  readonly place: Place | null;
  readonly first: Instant;
  readonly last: Instant;
}

export interface SecurityProfile {
  /** Each list: the latest first. */
  readonly visits: readonly Visit[];
  readonly signIns: readonly Of<'sign_in'>[];
  readonly failures: readonly Of<'sign_in_failed'>[];
  readonly credentialChanges: readonly Of<'credential_change'>[];
  readonly recoveries: readonly Of<'recovery'>[];
  readonly stepUps: readonly Of<'step_up'>[];
  /** A person looked at the account then and let it go on: what was before speaks no longer against it. */
  readonly clearedAt: Instant | null;
}

export const NOTHING_HAPPENED: SecurityProfile = {
  visits: [],
  signIns: [],
  failures: [],
  credentialChanges: [],
  recoveries: [],
  stepUps: [],
  clearedAt: null,
};

/** Lists of their own, so that a thousand failed sign-ins push nothing else out. */
export const PROFILE_BOUNDS = {
  visits: 64,
  signIns: 16,
  failures: 20,
  credentialChanges: 8,
  recoveries: 4,
  stepUps: 12,
} as const;

const WEEK = 7 * DAY;

/** The profile once the event is known. */
export function withEvent(profile: SecurityProfile, event: SecurityEvent): SecurityProfile {
  switch (event.type) {
    case 'sign_in': {
      const place = event.place && rememberedPlace(event.place);
      const { at, device } = event;
      const signIns = latest(profile.signIns, { at, device, place }, PROFILE_BOUNDS.signIns);
      return { ...profile, signIns, visits: visited(profile.visits, { at, device, place }) };
    }
    case 'sign_in_failed': {
      const { type: _, ...failure } = event;
      return { ...profile, failures: latest(profile.failures, failure, PROFILE_BOUNDS.failures) };
    }
    case 'credential_change': {
      const { type: _, ...change } = event;
      const kept = latest(profile.credentialChanges, change, PROFILE_BOUNDS.credentialChanges);
      return { ...profile, credentialChanges: kept };
    }
    case 'recovery': {
      const { type: _, ...recovery } = event;
      return { ...profile, recoveries: latest(profile.recoveries, recovery, PROFILE_BOUNDS.recoveries) };
    }
    case 'step_up': {
      const { type: _, ...stepUp } = event;
      return { ...profile, stepUps: latest(profile.stepUps, stepUp, PROFILE_BOUNDS.stepUps) };
    }
  }
}

/** A person has looked, and the account goes on. */
export const cleared = (profile: SecurityProfile, at: Instant): SecurityProfile => ({
  ...profile,
  clearedAt: Math.max(profile.clearedAt ?? at, at),
});

/** The latest of a set: the same event twice is one. */
function latest<T extends { readonly at: Instant; readonly device: number }>(
  known: readonly T[],
  one: T,
  bound: number,
): readonly T[] {
  const name = nameOf(one);
  let place = 0;
  for (; place < known.length; place++) {
    const other = known[place]!;
    if (other.at < one.at) break;
    if (other.at > one.at) continue;
    const otherName = nameOf(other);
    if (otherName === name) return known;
    if (otherName > name) break;
  }
  return [...known.slice(0, place), one, ...known.slice(place)].slice(0, bound);
}

/** All of an event but its time, as text. */
function nameOf(event: object): string {
  const { at: _, ...rest } = event as { at?: unknown };
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function visited(known: readonly Visit[], signIn: Of<'sign_in'>): readonly Visit[] {
  const { at, device, place } = signIn;
  const visit: Visit = { week: Math.floor(at / WEEK), device, place, first: at, last: at };
  const key = keyOf(visit);
  const same = known.find((other) => keyOf(other) === key);
  const rest = known.filter((other) => other !== same);
  return [...rest, same ? merged(same, visit) : visit].sort(byWeek).slice(0, PROFILE_BOUNDS.visits);
}

const keyOf = ({ week, device, place }: Visit): string =>
  `${week} ${device} ${place === null ? '' : nameOfPlace(place)}`;

/** A total order of visits, so that which of them are kept does not depend on how they came. */
const byWeek = (a: Visit, b: Visit): number =>
  b.week - a.week || a.device - b.device || (keyOf(a) < keyOf(b) ? -1 : 1);

const merged = (one: Visit, other: Visit): Visit => ({
  ...one,
  // Of several positions told for one place one is kept, always the same.
  place: [one.place, other.place].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))[0]!,
  first: Math.min(one.first, other.first),
  last: Math.max(one.last, other.last),
});
