import type {
  AccountStatus,
  DebtChangeCause,
  DisputeStatus,
  HoldEnd,
  LimitLayer,
  LimitMeasure,
  LimitNotice,
  LimitWindow,
  Outcome,
  RefundStatus,
  RulesetStatus,
  Suspicion,
} from '@coinwarden/domain';

/** `[accountId, transactionId]`: the row says the rest. */
export type TransactionRef = readonly [accountId: string, transactionId: string];

export type ListMatch = readonly [
  entryId: string,
  accountId: string,
  transactionId: string,
  outcome: Outcome,
];

/** A limit that a decision left with little or no room, or that refused one; told whole, because the room changes on. */
export interface LimitSighting {
  readonly notice: LimitNotice;
  readonly accountId: string;
  readonly transactionId: string;
  readonly layer: LimitLayer;
  readonly measure: LimitMeasure;
  readonly window: LimitWindow;
  readonly currency: string | null;
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** RFC 3339: the end of the window, in which it is told once. */
  readonly resetsAt: string;
}

export interface DebtChange {
  readonly accountId: string;
  /** What raised or paid it: a purchase whose coins were taken or given back, or the transaction that paid. */
  readonly transactionId: string;
  readonly why: DebtChangeCause;
  /** Coins; negative when it fell. */
  readonly change: number;
  readonly debtCoins: number;
}

/**
 * Everything that is announced after a commit, and what its announcement carries: ids, plus only what no row still
 * says later. Subscribers read the rest from the rows.
 */
export interface Topics {
  /** One row per decided batch, whatever the outcomes. */
  'transactions.decided': { readonly items: readonly TransactionRef[] };
  /** List entries that transactions of a batch matched; most batches match none. */
  'lists.matched': { readonly items: readonly ListMatch[] };
  /** Limits that transactions of a batch left near their end or at it, told already or not; most batches have none. */
  'limits.neared': { readonly items: readonly LimitSighting[] };
  /** Those of them that nobody was told of yet. */
  'limits.noticed': { readonly items: readonly LimitSighting[] };
  /** Staff named another guardian of an account, or none. */
  'guardian.changed': { readonly accountId: string; readonly guardianAccountId: string | null };
  /** A hold ended, or one of the two things it waits for happened. */
  'hold.ended': { readonly accountId: string; readonly transactionId: string; readonly end: HoldEnd };
  /** A purchase or reward that a person declined stands after all. */
  'transaction.restored': { readonly accountId: string; readonly transactionId: string };
  'account.status_changed': {
    readonly accountId: string;
    readonly status: AccountStatus;
    readonly reason: string | null;
  };
  /** Coins taken back became a debt, or a debt was paid. */
  'debt.changed': { readonly changes: readonly DebtChange[] };
  'limits.changed': {
    readonly accountId: string;
    readonly layer: LimitLayer;
    readonly reason: string | null;
  };
  /** A refund was asked for, or came into another status. */
  'refund.changed': {
    readonly accountId: string;
    readonly refundId: string;
    readonly status: RefundStatus;
  };
  /** A dispute came, came into another status, or something else about it changed. */
  'dispute.changed': {
    readonly disputeId: string;
    /** Null while its purchase is not known. */
    readonly accountId: string | null;
    readonly news: 'opened' | 'updated' | DisputeStatus;
  };
  /** A ruleset version came into another status. */
  'ruleset.changed': { readonly version: number; readonly status: RulesetStatus };
  /** A bulk of refunds may be worked off. */
  'refund_bulk.running': { readonly bulkId: string };
  /** Alerts opened these cases. */
  'cases.opened': {
    readonly items: readonly { readonly accountId: string; readonly caseId: string }[];
  };
  /** A backtest waits for its turn. */
  'backtest.queued': { readonly backtestId: string };
  /** A case was decided, or its decision was appealed or that appeal decided. */
  'case.changed': {
    readonly accountId: string;
    readonly caseId: string;
    readonly news: 'decided' | 'appeal_opened' | 'appeal_granted' | 'appeal_denied';
    /** Of the three about appeals. */
    readonly appealId: string | null;
  };
  /** Staff want the platform to tell the user something. */
  'account.warned': { readonly accountId: string; readonly caseId: string; readonly text: string };
  /** Events or decisions look as if an account's security had failed; people should see. */
  'security.suspected': { readonly items: readonly (Suspicion & { readonly accountId: string })[] };
  /** A user reported the account; what they said, its event says. */
  'account.reported': { readonly accountId: string; readonly eventId: string };
  /** Notices of payment providers wait to be processed; which, their rows say. */
  'notices.received': Readonly<Record<string, never>>;
}

export type Topic = keyof Topics;
