/**
 * What is known about a transaction afterwards, and how far that may be trusted. Labels come from disputes, refunds and
 * people; most transactions have none. Silence counts as good only where somebody would have spoken: a purchase that
 * went through and that nobody has complained about for as long as complaints take. All other silence is unknown, and
 * what is unknown takes no part in precision or recall.
 */
import type { Outcome, TransactionKind, TransactionStatus } from '../decisions/transaction.js';
import { DAY, type Instant } from '../kernel/time.js';

/** The strongest first: where two speak of one transaction, the earlier in this list is believed. */
export const LABEL_SOURCES = ['dispute', 'case', 'ring', 'refund', 'review'] as const;
export type LabelSource = (typeof LABEL_SOURCES)[number];

/** One statement about one transaction. */
export interface Label {
  readonly transactionId: string;
  readonly source: LabelSource;
  readonly fraud: boolean;
  /** When it became known; of two from one source the later counts. */
  readonly at: Instant;
}

export const LABEL_CLASSES = ['fraud', 'good', 'presumed_good', 'unknown'] as const;
export type LabelClass = (typeof LABEL_CLASSES)[number];

/** Why nothing is known. */
export type Unlabelled = 'immature' | 'stopped' | 'unheard';

export interface LabelledTransaction {
  readonly kind: TransactionKind;
  readonly outcome: Outcome;
  readonly status: TransactionStatus;
  readonly decidedAt: Instant;
}

export interface LabelRules {
  /** Days after which a purchase without complaint counts as good. */
  readonly maturityDays: number;
  /** The moment the labels were read. */
  readonly asOf: Instant;
}

/** Of all that was said about a transaction, what is believed. */
export function decisiveLabel(labels: readonly Label[]): Label | null {
  let best: Label | null = null;
  for (const label of labels) {
    const rank = best ? LABEL_SOURCES.indexOf(label.source) - LABEL_SOURCES.indexOf(best.source) : -1;
    if (best === null || rank < 0 || (rank === 0 && label.at > best.at)) best = label;
  }
  return best;
}

export function classify(tx: LabelledTransaction, labels: readonly Label[], rules: LabelRules): LabelClass {
  const label = decisiveLabel(labels);
  if (label) return label.fraud ? 'fraud' : 'good';
  return silenceOf(tx, rules) === null ? 'presumed_good' : 'unknown';
}

/** Why a transaction without a label says nothing; null when its silence means it was good. */
export function silenceOf(tx: LabelledTransaction, rules: LabelRules): Unlabelled | null {
  if (tx.status !== 'posted') return 'stopped';
  if (tx.kind !== 'purchase') return 'unheard';
  return tx.decidedAt > rules.asOf - rules.maturityDays * DAY ? 'immature' : null;
}
