import type { DecisionAnswer, ProblemCode, TransactionRequest } from '@coinwarden/contracts';

/** One transaction to decide, parsed already; the key is scoped to its account. */
export interface DecisionItem {
  readonly idempotencyKey: string;
  readonly transaction: TransactionRequest;
}

/** A refusal that is no decision: nothing was stored and the same call may be made again. */
export interface DecisionProblem {
  readonly problem: ProblemCode;
  readonly detail: string;
}

export type DecisionResult = DecisionAnswer | DecisionProblem;

export interface DecideOptions {
  /** `backfill` judges each transaction at its own `occurredAt` (imports, seeds); `live` at the server's clock. */
  readonly mode?: 'live' | 'backfill';
}

/**
 * The one entrance to the decision path. Items join the batch now forming; each result is durable when its promise
 * resolves, and results come in the order of the items.
 */
export abstract class Decider {
  abstract decide(items: readonly DecisionItem[], options?: DecideOptions): Promise<DecisionResult[]>;
}
