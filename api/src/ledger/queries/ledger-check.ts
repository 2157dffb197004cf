/**
 * Every promise of the ledger as a query that answers the first thing that breaks it. Each compares two independent
 * sources: the append-only entries and movements against the balances, lots and holds that decisions are taken on.
 */
export interface LedgerCheck {
  readonly name: string;
  /** Rows of `subject` and `detail`; none when the promise holds. */
  readonly text: string;
}
