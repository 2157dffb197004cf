import type { AccountStatus, LimitLayer } from '@coinwarden/domain';

/** `[accountId, transactionId]`: the row says the rest. */
export type TransactionRef = readonly [accountId: string, transactionId: string];

/**
 * Everything that is announced after a commit, and what its announcement carries: ids, plus only what no row still
 * says later. Subscribers read the rest from the rows.
 */
export interface Topics {
  /** One row per decided batch, whatever the outcomes. */
  'transactions.decided': { readonly items: readonly TransactionRef[] };
  /** Holds that ended; `holds.ended_by` says how. */
  'holds.ended': { readonly items: readonly TransactionRef[] };
  'accounts.status_changed': {
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
