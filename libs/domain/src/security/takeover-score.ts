/**
 * How much what happened around an account looks as if somebody else had taken it, seen from the device that acts now. Signs
 * are named, each has a weight, and they add up like independent doubts (1 − ∏(1 − weight)). What lies before a proof on
 * the device, or before a person let the account go on, is explained. The weights were set on simulated economies.
 */
import { DAY, HOUR, type Instant } from '../kernel/time.js';
import { NO_DEVICE, type SecurityEvent } from './security-event.js';
import type { SecurityProfile } from './security-profile.js';
import { lastProof } from './step-up.js';
import { type Standing, type TakeoverSign, WEIGHTS, type Weights } from './takeover-weights.js';
import { noveltyOf, SETTLES, type Stay, staysUpTo, type Travel, travelAround } from './travel.js';

export interface TakeoverPart {
  readonly sign: TakeoverSign;
  /** 0 … 1,000. */
  readonly weight: number;
  /** When it was last seen; null for what the transaction itself shows. */
  readonly at: Instant | null;
}

export interface TakeoverScore {
  /** 0 … 1,000. */
  readonly score: number;
  readonly parts: readonly TakeoverPart[];
  readonly signs: DeviceSigns;
}

/** From here an alert is raised. */
export const TAKEOVER_ALERT_SCORE = 600;
/** How long signs speak. */
export const SIGNS_SPEAK = 3 * DAY;
const BURST = HOUR;

/** Where the score is asked from. */
export interface ActingDevice {
  readonly device: number;
  /** Whether the account has bought or given on this device before today; on any. From elsewhere than sign-ins. */
  readonly isUsed?: boolean;
  readonly hasOthers?: boolean;
  /** Whether the account is old enough to have had devices that nobody told of. */
  readonly isAged?: boolean;
  /** 0 … 1: how unlike all before the spending at hand is. */
  readonly spending?: number;
}

export interface DeviceSigns {
  readonly standing: Standing;
  /** When the account first came on it within the time signs speak; null when it did so before, or never signed in on it. */
  readonly firstSeen: Instant | null;
  readonly newPlaceAt: Instant | null;
  readonly newCountryAt: Instant | null;
  readonly travel: Travel | null;
  readonly travelAt: Instant | null;
  readonly failures: number;
  readonly failedAt: Instant | null;
  readonly changedHereAt: Instant | null;
  readonly changedElsewhereAt: Instant | null;
  readonly recoveredAt: Instant | null;
  readonly failedProofs: number;
  readonly failedProofAt: Instant | null;
}

/** What speaks against whoever acts on a device. */
export function signsOf(profile: SecurityProfile, acting: ActingDevice, now: Instant): DeviceSigns {
  const { device } = acting;
  const proof = lastProof(profile, { device, now });
  const since = Math.max(now - SIGNS_SPEAK, proof ?? 0, profile.clearedAt ?? 0);
  const speaks = ({ at }: { readonly at: Instant }) => at > since && at <= now;

  const seen = profile.visits.filter((visit) => visit.first <= now);
  const here = seen.filter((visit) => visit.device === device).map(({ first }) => first);
  const firstSeen = here.length === 0 ? null : Math.min(...here);
  const hasPast =
    acting.hasOthers === true || seen.some((v) => v.device !== device && v.first <= now - SETTLES);
  const isNew = firstSeen === null || firstSeen > since;
  const isStranger = device !== NO_DEVICE && isNew && acting.isUsed !== true && proof === null;
  const lately = { device, now, since };
  const standing = isStranger ? standingOfStranger(profile, lately, { hasPast, ...acting }) : 'used';

  const places = placesOf(profile, lately);
  const failures = profile.failures.filter(speaks);
  const changes = profile.credentialChanges.filter(speaks);
  const failedProofs = profile.stepUps.filter((s) => !s.passed && s.device === device && speaks(s));
  const changedHere = changes.filter((change) => change.device === device);
  const changedElsewhere = changes.filter((change) => change.device !== device);
  return {
    standing,
    firstSeen: firstSeen !== null && firstSeen > since ? firstSeen : null,
    ...places,
    failures: largestBurst(failures.map(({ at }) => at)),
    failedAt: failures[0]?.at ?? null,
    changedHereAt: changedHere[0]?.at ?? null,
    changedElsewhereAt: changedElsewhere[0]?.at ?? null,
    recoveredAt: profile.recoveries.find(speaks)?.at ?? null,
    failedProofs: failedProofs.length,
    failedProofAt: failedProofs[0]?.at ?? null,
  };
}

interface Lately {
  readonly device: number;
  readonly now: Instant;
  readonly since: Instant;
}

function standingOfStranger(
  profile: SecurityProfile,
  { device, now, since }: Lately,
  { hasPast, isAged = false }: { readonly hasPast: boolean; readonly isAged?: boolean },
): Standing {
  if (!hasPast) return isAged ? 'unknown' : 'used';
  const latest = profile.signIns.find((s) => s.device === device && s.at > since && s.at <= now);
  return latest !== undefined && noveltyOf(profile, latest).isKnown ? 'new_at_known_place' : 'new';
}

function placesOf(
  profile: SecurityProfile,
  { device, now, since }: Lately,
): Pick<DeviceSigns, 'newPlaceAt' | 'newCountryAt' | 'travel' | 'travelAt'> {
  // Most come from where they always do; only somewhere new it takes the whole journey to judge.
  const isSomewhereNew = (stay: Stay) =>
    stay.device === device && stay.at > since && stay.at <= now && noveltyOf(profile, stay).place;
  const isNew =
    profile.signIns.some(isSomewhereNew) ||
    profile.visits.some(
      ({ first, last, ...visit }) =>
        visit.device === device && [first, last].some((at) => isSomewhereNew({ at, ...visit })),
    );
  const stays = isNew ? staysUpTo(profile, now) : [];
  let newPlaceAt: Instant | null = null;
  let newCountryAt: Instant | null = null;
  let travel: Travel | null = null;
  let travelAt: Instant | null = null;
  for (const [index, stay] of stays.entries()) {
    if (stay.device !== device || stay.at <= since) continue;
    const novelty = noveltyOf(profile, stay);
    if (!novelty.place) continue;
    newPlaceAt = stay.at;
    if (novelty.country) newCountryAt = stay.at;
    const found = travelAround(stays, index);
    if (found === null) continue;
    travel = found;
    travelAt = stay.at;
  }
  return { newPlaceAt, newCountryAt, travel, travelAt };
}

/** The most within an hour; the latest first. */
function largestBurst(times: readonly Instant[]): number {
  let most = 0;
  for (const [index, at] of times.entries()) {
    most = Math.max(most, times.slice(index).filter((other) => other > at - BURST).length);
  }
  return most;
}

export function takeoverScore(profile: SecurityProfile, acting: ActingDevice, now: Instant): TakeoverScore {
  const signs = signsOf(profile, acting, now);
  const parts = partsOf(signs, acting.spending ?? 0);
  const trust = parts.reduce((left, { weight }) => left * (1 - weight / 1_000), 1);
  return { score: Math.round(1_000 * (1 - trust)), parts, signs };
}

const STEP_UP_FAILED = 250;

function partsOf(signs: DeviceSigns, spending: number): TakeoverPart[] {
  const weights = WEIGHTS[signs.standing];
  const parts: TakeoverPart[] = [];
  const add = (sign: TakeoverSign, weight: number, at: Instant | null) => {
    if (weight > 0) parts.push({ sign, weight: Math.round(weight), at });
  };
  const addSeen = (sign: keyof Weights, at: Instant | null, share = 1) => {
    if (at !== null) add(sign, weights[sign] * share, at);
  };
  add('new_device', weights.new_device, signs.firstSeen);
  addSeen(signs.newCountryAt === null ? 'new_place' : 'new_country', signs.newCountryAt ?? signs.newPlaceAt);
  addSeen('impossible_travel', signs.travelAt);
  addSeen('failed_sign_ins', signs.failedAt, burstShare(signs.failures));
  if (signs.changedHereAt !== null) addSeen('credential_change', signs.changedHereAt);
  else addSeen('credential_change', signs.changedElsewhereAt, CHANGED_ELSEWHERE);
  addSeen('recovery', signs.recoveredAt);
  add('step_up_failed', Math.min(2, signs.failedProofs) * STEP_UP_FAILED, signs.failedProofAt);
  // Everybody does something unusual now and then: it only counts beside another sign.
  if (parts.length > 0) add('spending', spending * weights.spending, null);
  return parts;
}

const CHANGED_ELSEWHERE = 0.5;
/** One wrong password is a slip, five are guesses. */
const burstShare = (failures: number): number => (failures >= 5 ? 1.3 : failures >= 2 ? 0.8 : 0.25);

/** What was unusual about a sign-in when it came, given what was known before. */
export function unusualAbout(
  before: SecurityProfile,
  after: SecurityProfile,
  event: SecurityEvent,
): TakeoverPart[] {
  const { at, device } = event;
  const stay: Stay | null = event.type === 'sign_in' ? { at, device, place: event.place } : null;
  const known = takeoverScore(before, { device }, at).parts;
  return takeoverScore(after, { device }, at).parts.filter(
    (part) =>
      part.at === at ||
      (stay !== null && part.sign === 'new_device' && !known.some(({ sign }) => sign === 'new_device')),
  );
}
