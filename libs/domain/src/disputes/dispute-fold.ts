import type { DisputeFact, DisputeMoneyEvent } from '../notices/notice.js';
import type { DisputeStatus, DisputeTold } from './dispute.js';

/** A dispute as the provider sees it, from everything it told so far. Amounts in minor units of the dispute's currency. */
export interface DisputeState extends Omit<DisputeFact, 'type' | 'moneyEvents'> {
  readonly withdrawnMinor: bigint;
  readonly reinstatedMinor: bigint;
  readonly feeMinor: bigint;
  readonly money: DisputeFact['money'];
  readonly moneyEvents: readonly DisputeMoneyEvent[];
}

/** Of two things that became true in the same second, what can only come later in a dispute's life counts. */
const RANK: Readonly<Record<DisputeFact['status'], number>> = {
  needs_response: 0,
  under_review: 1,
  prevented: 2,
  cancelled: 3,
  lost: 4,
  won: 5,
};
const STAGE_RANK: Readonly<Record<DisputeFact['stage'], number>> = {
  inquiry: 0,
  dispute: 1,
  pre_arbitration: 2,
  arbitration: 3,
};

function later(a: DisputeTold, b: DisputeTold): number {
  return (
    a.occurredAt - b.occurredAt ||
    STAGE_RANK[a.fact.stage] - STAGE_RANK[b.fact.stage] ||
    RANK[a.fact.status] - RANK[b.fact.status] ||
    a.fact.submissions - b.fact.submissions ||
    (a.noticeId < b.noticeId ? -1 : a.noticeId > b.noticeId ? 1 : 0)
  );
}

/**
 * The latest word on everything, and all money events by their ids: so the order in which the facts came, and how often,
 * does not matter. Needs at least one fact.
 */
export function foldDispute(told: readonly DisputeTold[]): DisputeState {
  const inOrder = [...told].sort(later);
  const last = inOrder.at(-1);
  if (!last) throw new Error('a dispute without a fact');
  const events = new Map<string, DisputeMoneyEvent>();
  for (const { fact } of inOrder) for (const event of fact.moneyEvents) events.set(event.eventId, event);
  const moneyEvents = [...events.values()].sort(
    (a, b) => a.at - b.at || (a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0),
  );
  const sum = (kind: DisputeMoneyEvent['kind']) =>
    moneyEvents
      .filter((event) => event.kind === kind)
      .reduce((total, event) => total + event.amountMinor, 0n);
  const fee = moneyEvents.reduce((total, event) => total + event.feeMinor, 0n);
  const { type: _, ...fact } = last.fact;
  return {
    ...fact,
    // What only the first word knew stays known.
    dueAt: fact.dueAt ?? latest(inOrder, (f) => f.dueAt),
    scheme: fact.scheme ?? latest(inOrder, (f) => f.scheme),
    networkReasonCode: fact.networkReasonCode ?? latest(inOrder, (f) => f.networkReasonCode),
    openedAt: Math.min(...inOrder.map((one) => one.fact.openedAt)),
    submissions: Math.max(...inOrder.map((one) => one.fact.submissions)),
    moneyEvents,
    withdrawnMinor: sum('withdrawn'),
    reinstatedMinor: sum('reinstated'),
    feeMinor: fee < 0n ? 0n : fee,
  };
}

function latest<T>(inOrder: readonly DisputeTold[], of: (fact: DisputeFact) => T | null): T | null {
  for (const { fact } of [...inOrder].reverse()) {
    const value = of(fact);
    if (value !== null) return value;
  }
  return null;
}

/** What we lost to it as the provider's money events say; money comes back by its own event, never by a status. */
export const lostMinor = ({ withdrawnMinor, reinstatedMinor }: DisputeState): bigint =>
  withdrawnMinor > reinstatedMinor ? withdrawnMinor - reinstatedMinor : 0n;

/** Where it stands with what we did: the provider's last word, unless only we know better. */
export function disputeStatus(args: {
  state: DisputeState;
  dueAt: number | null;
  accepted: boolean;
  answered: boolean;
  now: number;
}): DisputeStatus {
  const { state, dueAt, accepted, answered, now } = args;
  if (state.status === 'lost') return accepted ? 'accepted' : 'lost';
  if (state.status !== 'needs_response') return state.status;
  if (accepted) return 'accepted';
  if (answered || state.submissions > 0) return 'under_review';
  return dueAt !== null && dueAt <= now ? 'expired' : 'needs_response';
}
