import type { Instant } from '../kernel/time.js';
import type { DisputeFact, DisputeMoneyEvent } from '../notices/notice.js';
import type { DisputeStatus, DisputeTold } from './dispute.js';
import { foldMoneyEvents } from './dispute-money.js';

/** A dispute as the provider sees it, from everything it told so far. Amounts in minor units of the dispute's currency. */
export interface DisputeState extends Omit<DisputeFact, 'type' | 'moneyEvents'> {
  /** When it came to its present stage, as far as anybody told. */
  readonly stageSince: Instant;
  /** Answers that the provider took at this stage, whoever sent them. */
  readonly answersTaken: number;
  /** It went beyond an inquiry at some time, or moved money. */
  readonly everDisputed: boolean;
  readonly withdrawnMinor: bigint;
  readonly reinstatedMinor: bigint;
  readonly feeMinor: bigint;
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

/** The id decides last: a provider that says two things of one second under two ids is still read one way. */
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
  const { type: _, moneyEvents: __, ...fact } = last.fact;
  const atStage = inOrder.filter((one) => one.fact.stage === fact.stage);
  const before = inOrder.filter((one) => STAGE_RANK[one.fact.stage] < STAGE_RANK[fact.stage]);
  const openedAt = Math.min(...inOrder.map((one) => one.fact.openedAt));
  const moneyFold = foldMoneyEvents(
    inOrder.map((one) => one.fact),
    fact.money,
  );
  return {
    ...fact,
    ...moneyFold,
    openedAt,
    // What only an earlier word knew stays known; a date of another stage says nothing about this one.
    dueAt: fact.dueAt ?? latest(atStage, (f) => f.dueAt),
    scheme: fact.scheme ?? latest(inOrder, (f) => f.scheme),
    networkReasonCode: fact.networkReasonCode ?? latest(inOrder, (f) => f.networkReasonCode),
    stageSince: before.length === 0 ? openedAt : Math.min(...atStage.map((one) => one.occurredAt)),
    answersTaken: mostSubmissions(atStage) - mostSubmissions(before),
    everDisputed: moneyFold.moneyEvents.length > 0 || inOrder.some((one) => one.fact.stage !== 'inquiry'),
  };
}

const mostSubmissions = (told: readonly DisputeTold[]): number =>
  Math.max(0, ...told.map((one) => one.fact.submissions));

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

export interface OurPart {
  readonly dueAt: Instant | null;
  /** We gave it up at this stage. */
  readonly accepted: boolean;
  /** Evidence went out at this stage. */
  readonly answered: boolean;
  /** An answer is on its way, and nobody knows yet whether it arrived. */
  readonly answering: boolean;
  /** All that is asked for has gone back to the buyer by refunds. */
  readonly refunded: boolean;
  readonly now: Instant;
}

/** Where it stands with what we did: the provider's last word, unless only we know better. */
export function disputeStatus(state: DisputeState, ours: OurPart): DisputeStatus {
  const { stage, status } = state;
  // Nobody asks twice for money that has gone back: whatever else ends an inquiry, the refund prevented the dispute.
  if (stage === 'inquiry' && ours.refunded && status !== 'won' && status !== 'lost') return 'prevented';
  if (status === 'lost') return ours.accepted ? 'accepted' : 'lost';
  if (status !== 'needs_response') return status;
  if (ours.accepted) return 'accepted';
  if (ours.answered || state.answersTaken > 0) return 'under_review';
  const passed = ours.dueAt !== null && ours.dueAt <= ours.now;
  return passed && !ours.answering ? 'expired' : 'needs_response';
}
