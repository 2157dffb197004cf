import type { AccountSecurityView, KnownDevice, KnownPlace } from '@coinwarden/contracts';
import {
  acceptedMethods,
  actingOn,
  decodeSecurity,
  decodeVelocity,
  grouped,
  hashId,
  type Instant,
  lastProof,
  masked,
  nameOfPlace,
  type Permission,
  type SecurityProfile,
  STEP_UP_HOLDS,
  type TakeoverScore,
  takeoverScore,
  VelocityReading,
  type Visit,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { readWallets } from '../../ledger/ledger.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readSecurityHistory, type SecurityHistoryRow } from '../persistence/security-history.store.js';
import { partView, placeView, timelineOf } from './security-timeline.js';

/** As many events as a year of an ordinary account has; what is unusual about the latest is told from these. */
const EVENTS_READ = 300;
const EVENTS_SHOWN = 50;

/** Who signs in to an account, on what and from where, and how much of it speaks for a takeover. */
@Injectable()
export class AccountSecurityPage {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async read(accountId: string, permissions: ReadonlySet<Permission>): Promise<AccountSecurityView> {
    const record = (await readWallets(this.db, [accountId])).get(accountId);
    if (!record) throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
    const now = this.clock.now();
    const profile = decodeSecurity(record.account.security);
    const history = await readSecurityHistory(this.db, accountId, EVENTS_READ);
    const velocity = new VelocityReading(decodeVelocity(record.velocity), now);
    const scores = scoresOf(profile, velocity, { createdAt: record.account.createdAt, now });
    const worst = [...scores.values()].sort((a, b) => b.score - a.score)[0];
    return {
      score: worst?.score ?? 0,
      parts: (worst?.parts ?? []).map(partView),
      devices: devicesOf(profile, { history, scores, now, permissions }),
      places: placesOf(profile),
      acceptedMethods: [...acceptedMethods(profile, now)],
      clearedAt: profile.clearedAt === null ? null : iso(profile.clearedAt),
      events: timelineOf(history, permissions).slice(0, EVENTS_SHOWN),
    };
  }
}

const iso = (at: Instant) => new Date(at).toISOString();

/** By device; whatever is remembered of one, a sign-in or a changed password. */
function scoresOf(
  profile: SecurityProfile,
  velocity: VelocityReading,
  { createdAt, now }: { createdAt: Instant; now: Instant },
): Map<number, TakeoverScore> {
  const { visits, failures, credentialChanges, recoveries, stepUps } = profile;
  const devices = new Set(
    [visits, failures, credentialChanges, recoveries, stepUps].flatMap((list) => list.map((d) => d.device)),
  );
  const scoreOf = (device: number) =>
    takeoverScore(profile, actingOn(device, { velocity, createdAt, at: now }), now);
  return new Map([...devices].map((device) => [device, scoreOf(device)]));
}

interface Around {
  readonly history: readonly SecurityHistoryRow[];
  readonly scores: ReadonlyMap<number, TakeoverScore>;
  readonly now: Instant;
  readonly permissions: ReadonlySet<Permission>;
}

function devicesOf(profile: SecurityProfile, { history, scores, now, permissions }: Around): KnownDevice[] {
  const named = new Map(
    history.flatMap((row) => (row.device_id === null ? [] : [[hashId(row.device_id), row]])),
  );
  return [...grouped(latestFirst(profile), ({ device }) => device)].map(([device, visits]) => {
    const row = named.get(device);
    const proof = lastProof(profile, { device, now });
    return {
      id: masked(permissions, 'device', row?.device_id ?? null),
      eventId: row?.event_id ?? null,
      userAgent: row?.details.userAgent ?? null,
      ...spanOf(visits),
      places: new Set(visits.flatMap(({ place }) => (place ? [nameOfPlace(place)] : []))).size,
      score: scores.get(device)?.score ?? 0,
      provenUntil: proof === null || proof + STEP_UP_HOLDS <= now ? null : iso(proof + STEP_UP_HOLDS),
    };
  });
}

function placesOf(profile: SecurityProfile): KnownPlace[] {
  const placed = latestFirst(profile).flatMap((visit) =>
    visit.place ? [{ ...visit, place: visit.place }] : [],
  );
  return [...grouped(placed, ({ place }) => nameOfPlace(place))].map(([, visits]) => ({
    ...placeView(visits[0]!.place),
    ...spanOf(visits),
    devices: new Set(visits.map(({ device }) => device)).size,
  }));
}

const spanOf = (visits: readonly Visit[]) => ({
  firstSeen: iso(Math.min(...visits.map(({ first }) => first))),
  lastSeen: iso(Math.max(...visits.map(({ last }) => last))),
});

/** The profile keeps them by week, and within one in an order of its own. */
const latestFirst = ({ visits }: SecurityProfile): Visit[] => [...visits].sort((a, b) => b.last - a.last);
