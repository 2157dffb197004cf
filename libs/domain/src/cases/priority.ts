import type { Instant } from '../kernel/time.js';
import { type CaseQueue, earliest, slaMs } from './queue.js';

/**
 * Cases are worked in the order of `workBy`, the moment by which a case should be in somebody's hands. It lies the sooner
 * the more value is at risk, the surer the alerts are and the nearer the deadline is. Because it is a fixed moment, time
 * alone lets every case become the next: nothing starves, however many urgent ones arrive.
 *
 *     urgency  = 0.6 × min(1, log10(1 + US$ at risk) ÷ 4) + 0.4 × score ÷ 1000          0 … 1; US$ 9,999 counts in full
 *     patience = SLA of the queue × (1 − 0.95 × urgency)
 *     workBy   = min(opened + patience, a fifth of the time left before the deadline spared)
 */
export interface PriorityFacts {
  readonly openedAt: Instant;
  readonly valueUsdMinor: bigint;
  /** The highest of its alerts. */
  readonly score: number;
  /** The earliest of its alerts' deadlines. */
  readonly alertsDueAt: Instant | null;
}

export interface CasePriority {
  /** 0 … 1000, for people to see. */
  readonly urgency: number;
  readonly workBy: Instant;
  /** When it has to be decided: the queue's promise, or the first alert's deadline if that is sooner. */
  readonly dueAt: Instant;
}

const VALUE_SHARE = 0.6;
const FULL_VALUE_DIGITS = 4;
const MOST_HURRY = 0.95;
/** Of the time between opening and deadline, what is kept for deciding. */
const KEPT_TO_DECIDE = 0.2;

export function urgencyOf({ valueUsdMinor, score }: Pick<PriorityFacts, 'valueUsdMinor' | 'score'>): number {
  const value = Math.min(1, Math.log10(1 + Number(valueUsdMinor) / 100) / FULL_VALUE_DIGITS);
  return VALUE_SHARE * value + (1 - VALUE_SHARE) * (score / 1_000);
}

export function priorityOf(queue: Pick<CaseQueue, 'slaMinutes'>, facts: PriorityFacts): CasePriority {
  const { openedAt, alertsDueAt } = facts;
  const urgency = urgencyOf(facts);
  const patience = slaMs(queue) * (1 - MOST_HURRY * urgency);
  const spared =
    alertsDueAt === null ? null : openedAt + Math.max(0, alertsDueAt - openedAt) * (1 - KEPT_TO_DECIDE);
  return {
    urgency: Math.round(urgency * 1_000),
    workBy: Math.floor(earliest(openedAt + patience, spared)),
    dueAt: earliest(openedAt + slaMs(queue), alertsDueAt),
  };
}
