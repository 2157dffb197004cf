import {
  afterCaseStep,
  type CaseQueue,
  DAY,
  distinctAlerts,
  type NewAlert,
  routeAlert,
} from '@coinwarden/domain';
import { idAt } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { announce } from '../../platform/outbox/outbox.js';
import { insertAlerts, lockRaising, onlyNew } from '../persistence/case-alerts.store.js';
import { appendCaseEvents } from '../persistence/case-events.store.js';
import { readQueues } from '../persistence/case-queues.store.js';
import { insertCases } from '../persistence/case-writes.store.js';
import type { CaseActor, CaseRecord } from '../persistence/cases.store.js';
import { lockGathering, type Place, placeName, readFinished } from '../persistence/gathering.store.js';
import { refreshCases } from './refresh-cases.js';

export const ALERTS_ACTOR: CaseActor = { type: 'system', id: 'alerts', name: 'Alerts' };

/** A case that ended longer ago is not what a new one follows up. */
const RECENTLY = 90 * DAY;

/** The new alerts of one account and queue. */
interface Gathered extends Place {
  readonly queue: CaseQueue;
  readonly alerts: NewAlert[];
}

/**
 * Raises alerts in the caller's transaction: each once, whatever is repeated, gathered in the one open case of its
 * account and queue. Call it late in a transaction: it takes the locks of cases, and nothing but the audit log is locked
 * after those.
 */
export async function raiseAlerts(tx: Tx, alerts: readonly NewAlert[]): Promise<void> {
  const distinct = distinctAlerts(alerts);
  if (distinct.length === 0) return;
  await lockRaising(
    tx,
    distinct.map((alert) => alert.accountId),
  );
  const fresh = await onlyNew(tx, distinct);
  if (fresh.length === 0) return;
  const queues = await readQueues(tx);
  const places = gather(queues, fresh);
  const gathering = await lockGathering(tx, places);
  const opened = await openCases(
    tx,
    places.filter((place) => !gathering.has(placeName(place))),
  );
  const caseOf = (place: Place) => gathering.get(placeName(place)) ?? opened.get(placeName(place))!;
  await insertAlerts(
    tx,
    places.flatMap((place) =>
      place.alerts.map((alert) => ({ alertId: idAt(alert.at), caseId: caseOf(place).caseId, alert })),
    ),
  );
  await tellTimelines(tx, places, { caseOf, opened: new Set([...opened.values()].map((c) => c.caseId)) });
  const touched = new Map(places.map((place) => [caseOf(place).caseId, woken(caseOf(place))]));
  const at = Math.max(...fresh.map((alert) => alert.at));
  await refreshCases(tx, [...touched.values()], { queues, at });
  const items = [...opened.values()].map(({ accountId, caseId }) => ({ accountId, caseId }));
  if (items.length > 0) await announce(tx, 'cases.opened', { items });
}

function gather(queues: readonly CaseQueue[], alerts: readonly NewAlert[]): Gathered[] {
  const places = new Map<string, Gathered>();
  for (const alert of alerts) {
    const queue = routeAlert(queues, alert);
    const place = { accountId: alert.accountId, queueId: queue.queueId };
    const known = places.get(placeName(place));
    if (known) known.alerts.push(alert);
    else places.set(placeName(place), { ...place, queue, alerts: [alert] });
  }
  return [...places.values()];
}

/** Opens a case for each place; what they stand at follows when their alerts are in. */
async function openCases(tx: Tx, places: readonly Gathered[]): Promise<Map<string, CaseRecord>> {
  const opened = new Map<string, CaseRecord>();
  const oldest = Math.min(...places.map((place) => openingTime(place)));
  const earlier = await readFinished(tx, places, oldest - RECENTLY);
  for (const place of places) {
    const name = placeName(place);
    const record = newCase(place, openingTime(place), earlier.get(name) ?? null);
    opened.set(name, record);
  }
  await insertCases(tx, [...opened.values()]);
  return opened;
}

const openingTime = ({ alerts }: Gathered) => Math.min(...alerts.map((alert) => alert.at));

export function newCase({ accountId, queueId }: Place, at: number, earlierCaseId: string | null): CaseRecord {
  return {
    accountId,
    caseId: idAt(at),
    queueId,
    origin: 'review',
    status: 'open',
    escalated: false,
    revision: 1,
    openedAt: at,
    changedAt: at,
    kinds: [],
    language: null,
    alerts: 0,
    liveAlerts: 0,
    score: 0,
    valueUsdMinor: 0n,
    urgency: 0,
    workBy: at,
    dueAt: at,
    claimedBy: null,
    claimedAt: null,
    leaseUntil: null,
    assignedTo: null,
    snoozedUntil: null,
    barred: [],
    earlierCaseId,
    mergedInto: null,
    sampleOf: null,
    sampleDecisionNo: null,
    decisionNo: 0,
    verdict: null,
    decidedAt: null,
    decidedBy: null,
  };
}

/** Something new about a case that sleeps wakes it. */
const woken = (record: CaseRecord): CaseRecord =>
  record.status === 'snoozed'
    ? { ...record, ...afterCaseStep('wake', record.escalated), snoozedUntil: null }
    : record;

async function tellTimelines(
  tx: Tx,
  places: readonly Gathered[],
  { caseOf, opened }: { caseOf: (place: Place) => CaseRecord; opened: ReadonlySet<string> },
): Promise<void> {
  await appendCaseEvents(
    tx,
    places.flatMap((place) => {
      const { accountId, caseId, status, earlierCaseId } = caseOf(place);
      const common = { accountId, caseId, actor: ALERTS_ACTOR };
      const at = openingTime(place);
      const first = opened.has(caseId)
        ? [{ ...common, kind: 'opened' as const, at, details: { queueId: place.queueId, earlierCaseId } }]
        : [];
      const awake = status === 'snoozed' ? [{ ...common, kind: 'woken' as const, at }] : [];
      const added = place.alerts.map((alert) => ({
        ...common,
        kind: 'alert_added' as const,
        at: alert.at,
        details: { kind: alert.kind, key: alert.key, code: alert.reason.code, score: alert.score },
      }));
      return [...first, ...awake, ...added];
    }),
  );
}
