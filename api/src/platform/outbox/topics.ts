import type { AccountStatus, HoldEnd, LimitLayer } from '@coinwarden/domain';

/** `[accountId, transactionId]`: the row says the rest. */
export type TransactionRef = readonly [accountId: string, transactionId: string];

/**
 * Everything that is announced after a commit, and what its announcement carries: ids, plus only what no row still
 * says later. Subscribers read the rest from the rows.
 */
export interface Topics {
  /** One row per decided batch, whatever the outcomes. */
  'transactions.decided': { readonly items: readonly TransactionRef[] };
  /** A hold ended, or one of the two things it waits for happened. */
  'hold.ended': { readonly accountId: string; readonly transactionId: string; readonly end: HoldEnd };
  'account.status_changed': {
    readonly accountId: string;
    readonly status: AccountStatus;
    readonly reason: string | null;
  };
  'limits.changed': {
    readonly accountId: string;
    readonly layer: LimitLayer;
    readonly reason: string | null;
  };
}

export type Topic = keyof Topics;
