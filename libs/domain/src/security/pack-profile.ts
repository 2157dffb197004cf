/**
 * The profile as text in the account's row: places and devices once each, times counted back from the latest. One profile
 * has one text, so two that are equal are equal as texts.
 */
import { DAY, type Instant } from '../kernel/time.js';
import type { Place } from './place.js';
import { CREDENTIALS } from './security-event.js';
import { NOTHING_HAPPENED, type SecurityProfile } from './security-profile.js';
import { STEP_UP_METHODS } from './step-up.js';

type PackedPlace = [country: string, region: string, city: string, latitude?: number, longitude?: number];
/** Places and devices are positions in their lists; −1: not told. */
type Packed = [
  latest: Instant,
  places: PackedPlace[],
  devices: number[],
  visits: [week: number, device: number, place: number, first: number, last: number][],
  signIns: [ago: number, device: number, place: number][],
  failures: [ago: number, device: number][],
  credentialChanges: [ago: number, device: number, credential: number][],
  recoveries: [ago: number, device: number][],
  stepUps: [ago: number, device: number, method: number, passed: 0 | 1][],
  clearedAgo: number | null,
];

const WEEK = 7 * DAY;

export function encodeSecurity(profile: SecurityProfile): string {
  const latest = latestOf(profile);
  if (latest === null) return '[]';
  const places = new Numbered<PackedPlace>();
  const devices = new Numbered<number>();
  const ago = (at: Instant) => latest - at;
  const placeOf = (place: Place | null) => (place === null ? -1 : places.numberOf(packPlace(place)));
  const packed: Packed = [
    latest,
    places.values,
    devices.values,
    profile.visits.map(({ week, device, place, first, last }) => [
      week,
      devices.numberOf(device),
      placeOf(place),
      first - week * WEEK,
      last - first,
    ]),
    profile.signIns.map(({ at, device, place }) => [ago(at), devices.numberOf(device), placeOf(place)]),
    profile.failures.map(({ at, device }) => [ago(at), devices.numberOf(device)]),
    profile.credentialChanges.map(({ at, device, credential }) => [
      ago(at),
      devices.numberOf(device),
      CREDENTIALS.indexOf(credential),
    ]),
    profile.recoveries.map(({ at, device }) => [ago(at), devices.numberOf(device)]),
    profile.stepUps.map(({ at, device, method, passed }) => [
      ago(at),
      devices.numberOf(device),
      STEP_UP_METHODS.indexOf(method),
      passed ? 1 : 0,
    ]),
    profile.clearedAt === null ? null : ago(profile.clearedAt),
  ];
  return JSON.stringify(packed);
}

export function decodeSecurity(text: string): SecurityProfile {
  if (text === '[]') return NOTHING_HAPPENED;
  const [latest, places, devices, visits, signIns, failures, changes, recoveries, stepUps, clearedAgo] =
    JSON.parse(text) as Packed;
  const seen = places.map(unpackPlace);
  const placeAt = (number: number): Place | null => seen[number] ?? null;
  return {
    visits: visits.map(([week, device, place, first, length]) => ({
      week,
      device: devices[device]!,
      place: placeAt(place),
      first: week * WEEK + first,
      last: week * WEEK + first + length,
    })),
    signIns: signIns.map(([ago, device, place]) => ({
      at: latest - ago,
      device: devices[device]!,
      place: placeAt(place),
    })),
    failures: failures.map(([ago, device]) => ({ at: latest - ago, device: devices[device]! })),
    credentialChanges: changes.map(([ago, device, credential]) => ({
      at: latest - ago,
      device: devices[device]!,
      credential: CREDENTIALS[credential]!,
    })),
    recoveries: recoveries.map(([ago, device]) => ({ at: latest - ago, device: devices[device]! })),
    stepUps: stepUps.map(([ago, device, method, passed]) => ({
      at: latest - ago,
      device: devices[device]!,
      method: STEP_UP_METHODS[method]!,
      passed: passed === 1,
    })),
    clearedAt: clearedAgo === null ? null : latest - clearedAgo,
  };
}

function latestOf(profile: SecurityProfile): Instant | null {
  const { signIns, failures, credentialChanges, recoveries, stepUps, clearedAt } = profile;
  const times = [signIns, failures, credentialChanges, recoveries, stepUps].flatMap(
    (list) => list[0]?.at ?? [],
  );
  if (clearedAt !== null) times.push(clearedAt);
  return times.length === 0 ? null : Math.max(...times);
}

const packPlace = ({ country, region = '', city = '', latitude, longitude }: Place): PackedPlace =>
  latitude === undefined || longitude === undefined
    ? [country, region, city]
    : [country, region, city, latitude, longitude];

const unpackPlace = ([country, region, city, latitude, longitude]: PackedPlace): Place => ({
  country,
  ...(region !== '' && { region }),
  ...(city !== '' && { city }),
  ...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
});

/** Values in the order in which they are first asked for. */
class Numbered<T> {
  readonly values: T[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(value: T): number {
    const name = JSON.stringify(value);
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.values.length);
    return this.values.push(value) - 1;
  }
}
