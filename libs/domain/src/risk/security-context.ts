/** What rules may read about sign-ins, devices, places and proofs, seen from the device that acts. */
import type { Instant } from '../kernel/time.js';
import { DAY, MINUTE } from '../kernel/time.js';
import { isSamePlace } from '../security/place.js';
import { acceptedMethods, isProven, STEP_UP_HOLDS } from '../security/step-up.js';
import { bool, int, strings } from './fact.js';
import { type Judged, minutesSince } from './rule-input.js';

const ago = (j: Judged, at: Instant | null | undefined) => minutesSince(at ?? null, j.at);
const within = <T extends { readonly at: Instant }>(
  j: Judged,
  list: readonly T[],
  ms: number,
): readonly T[] => list.filter(({ at }) => at <= j.at && at > j.at - ms);

const latestOf = (j: Judged, list: readonly { readonly at: Instant }[]) =>
  list.find(({ at }) => at <= j.at)?.at;

function differentPlaces(j: Judged): number {
  const places = j.security.visits.flatMap(({ place, first }) => (place && first <= j.at ? [place] : []));
  return places.filter((place, i) => !places.slice(0, i).some((other) => isSamePlace(other, place))).length;
}

export const SECURITY_CONTEXT = {
  takeoverScore: int(
    'How much it looks as if somebody else had taken the account, 0–1000',
    (j: Judged) => j.takeover.score,
  ),
  takeoverSigns: strings('What speaks for it: new_device, impossible_travel and the like', (j: Judged) =>
    j.takeover.parts.map(({ sign }) => sign),
  ),
  newDevice: bool(
    'Whether the account, used to other devices, came on this one within the last three days',
    (j: Judged) => j.takeover.parts.some(({ sign }) => sign === 'new_device'),
  ),
  newPlaceMinutesAgo: int(
    'Minutes since a sign-in on this device from a place new to the account, within three days; a billion otherwise',
    (j: Judged) => ago(j, j.takeover.signs.newPlaceAt),
  ),
  newCountryMinutesAgo: int('The same for a country new to the account', (j: Judged) =>
    ago(j, j.takeover.signs.newCountryAt),
  ),
  impossibleTravelMinutesAgo: int(
    'Minutes since a sign-in on this device that nobody could have travelled to or from, within three days; a billion otherwise',
    (j: Judged) => ago(j, j.takeover.signs.travelAt),
  ),
  failedSignIns24h: int(
    'Failed sign-ins within a day, up to 20',
    (j: Judged) => within(j, j.security.failures, DAY).length,
  ),
  recoveredMinutesAgo: int(
    'Minutes since access was regained by a reset; a billion when never',
    (j: Judged) => ago(j, latestOf(j, j.security.recoveries)),
  ),
  credentialChangedHere: bool(
    'Whether credentials were changed on this device within the last three days',
    (j: Judged) => j.takeover.signs.changedHereAt !== null,
  ),
  knownDevices: int(
    'Devices it has signed in on, as far as remembered',
    (j: Judged) =>
      new Set(j.security.visits.flatMap(({ device, first }) => (first <= j.at ? [device] : []))).size,
  ),
  knownPlaces: int('Places it has signed in from, as far as remembered', differentPlaces),
  steppedUp: bool(
    `Whether whoever acts proved on this device, within ${STEP_UP_HOLDS / MINUTE / 60} hours, that the account is theirs`,
    (j: Judged) => isProven(j.security, { device: j.deviceHash, now: j.at }),
  ),
  stepUpMethods: strings(
    'What that may be proved with: second_factor, email, phone, payment, identity; what was changed within a week is left out',
    (j: Judged) => acceptedMethods(j.security, j.at),
  ),
  stepUpFailures24h: int(
    'Failed step-ups within a day',
    (j: Judged) => within(j, j.security.stepUps, DAY).filter(({ passed }) => !passed).length,
  ),
  cardTestingScore: int(
    'How much the purchase looks like trying out card numbers, on whichever accounts, 0–1000',
    (j: Judged) => j.cardTesting,
  ),
};
