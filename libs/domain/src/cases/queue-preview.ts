import { type CaseQueue, isRetired, type RoutedAlert, routeAlert } from './queue.js';

/**
 * What a change of one queue would do to the alerts that came before: each is routed twice, by the queues as they are and
 * as they would be. Nothing is said about cases, because several alerts of an account share one.
 */
export interface RoutingPreview {
  readonly alerts: number;
  readonly before: number;
  readonly after: number;
  /** What it would take from other queues, and what it would leave to them; most first. */
  readonly gains: readonly RoutingShift[];
  readonly losses: readonly RoutingShift[];
}

export interface RoutingShift {
  readonly queueId: string;
  readonly alerts: number;
}

/** Alerts that routing cannot tell apart, with how many there were. */
export type CountedAlerts = RoutedAlert & { readonly count: number };

/** `queues` in their order, before and after the change to the one named. */
export function previewRouting(
  queueId: string,
  {
    before,
    after,
    alerts,
  }: { before: readonly CaseQueue[]; after: readonly CaseQueue[]; alerts: readonly CountedAlerts[] },
): RoutingPreview {
  const gains = new Map<string, number>();
  const losses = new Map<string, number>();
  const sums = { alerts: 0, before: 0, after: 0 };
  for (const alert of alerts) {
    const was = routeAlert(before, alert).queueId;
    const is = routeAlert(after, alert).queueId;
    sums.alerts += alert.count;
    if (was === queueId) sums.before += alert.count;
    if (is === queueId) sums.after += alert.count;
    if (is === queueId && was !== queueId) gains.set(was, (gains.get(was) ?? 0) + alert.count);
    if (was === queueId && is !== queueId) losses.set(is, (losses.get(is) ?? 0) + alert.count);
  }
  return { ...sums, gains: mostFirst(gains), losses: mostFirst(losses) };
}

const mostFirst = (counts: ReadonlyMap<string, number>): RoutingShift[] =>
  [...counts]
    .map(([queueId, alerts]) => ({ queueId, alerts }))
    .sort((a, b) => b.alerts - a.alerts || (a.queueId < b.queueId ? -1 : 1));

/**
 * The queues in order with this one set: where it stands, or, when it is new or comes back, before the last that is worked,
 * because that takes everything.
 */
export function withQueue(queues: readonly CaseQueue[], queue: CaseQueue): CaseQueue[] {
  const place = queues.findIndex(({ queueId }) => queueId === queue.queueId);
  if (place >= 0 && !isRetired(queues[place]!)) return queues.with(place, queue);
  const others = queues.filter(({ queueId }) => queueId !== queue.queueId);
  const last = others.findLastIndex((one) => !isRetired(one));
  return others.toSpliced(Math.max(0, last), 0, queue);
}
