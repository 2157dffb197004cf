import type {
  ClawbackCause,
  PaymentProvider,
  RefundChannel,
  RefundJudgement,
  RefundOrigin,
  RefundStatus,
  RequesterKind,
} from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** Who did something, with the name they had then. */
export interface RefundActor {
  readonly type: 'staff' | 'api_key' | 'system';
  readonly id: string;
  readonly name: string;
}

export type StoredDecision = RefundJudgement & { readonly policyVersion: number };

export interface RefundRecord {
  readonly accountId: string;
  readonly refundId: string;
  readonly purchaseId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly reason: string;
  readonly status: RefundStatus;
  readonly origin: RefundOrigin;
  readonly requesterKind: RequesterKind;
  readonly requestedBy: RefundActor;
  /** Ids of everyone who asked for it in any way. */
  readonly askedBy: readonly string[];
  readonly note: string | null;
  readonly cause: ClawbackCause;
  readonly bulkId: string | null;
  readonly provider: PaymentProvider | null;
  readonly reference: string | null;
  readonly channel: RefundChannel;
  readonly decision: StoredDecision | null;
  readonly approvedBy: RefundActor | null;
  readonly attempt: number;
  readonly providerRefundId: string | null;
  readonly externalKey: string | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly requestedAt: number;
  readonly changedAt: number;
  readonly dueAt: number | null;
  /** When a worker looks at it next. */
  readonly tryAt: number | null;
  readonly tries: number;
}

export interface RefundRow {
  account_id: string;
  refund_id: string;
  transaction_id: string;
  amount_minor: bigint;
  currency: string;
  reason: string;
  status: RefundStatus;
  origin: RefundOrigin;
  requester_kind: RequesterKind;
  requested_by: RefundActor;
  asked_by: string[];
  note: string | null;
  cause: ClawbackCause;
  bulk_id: string | null;
  provider: PaymentProvider | null;
  reference: string | null;
  channel: RefundChannel;
  decision: StoredDecision | null;
  approved_by: RefundActor | null;
  attempt: number;
  provider_refund_id: string | null;
  external_key: string | null;
  failure: { code: string; message: string } | null;
  requested_at: Date;
  changed_at: Date | null;
  due_at: Date | null;
  try_at: Date | null;
  tries: number;
}

export const REFUND_COLUMNS = `account_id, refund_id, transaction_id, amount_minor, currency, reason, status, origin,
  requester_kind, requested_by, asked_by, note, cause, bulk_id, provider, reference, channel, decision, approved_by, attempt,
  provider_refund_id, external_key, failure, requested_at, changed_at, due_at, try_at, tries`;

export const toRefundRecord = (row: RefundRow): RefundRecord => ({
  accountId: row.account_id,
  refundId: row.refund_id,
  purchaseId: row.transaction_id,
  amountMinor: row.amount_minor,
  currency: row.currency,
  reason: row.reason,
  status: row.status,
  origin: row.origin,
  requesterKind: row.requester_kind,
  requestedBy: row.requested_by,
  askedBy: row.asked_by,
  note: row.note,
  cause: row.cause,
  bulkId: row.bulk_id,
  provider: row.provider,
  reference: row.reference,
  channel: row.channel,
  decision: row.decision,
  approvedBy: row.approved_by,
  attempt: row.attempt,
  providerRefundId: row.provider_refund_id,
  externalKey: row.external_key,
  failure: row.failure,
  requestedAt: row.requested_at.getTime(),
  changedAt: (row.changed_at ?? row.requested_at).getTime(),
  dueAt: row.due_at?.getTime() ?? null,
  tryAt: row.try_at?.getTime() ?? null,
  tries: row.tries,
});

export async function readRefunds(db: Queryable, refundIds: readonly string[]): Promise<RefundRecord[]> {
  const text = `SELECT ${REFUND_COLUMNS} FROM refunds WHERE refund_id = ANY($1::uuid[])`;
  return (await db.query<RefundRow>({ name: 'refunds-read', text }, [textArrayOf(refundIds)])).map(
    toRefundRecord,
  );
}

export async function readRefund(db: Queryable, refundId: string): Promise<RefundRecord | null> {
  return (await readRefunds(db, [refundId]))[0] ?? null;
}

/** The refund's own row is locked before any wallet is. */
export async function lockRefund(tx: Queryable, refundId: string): Promise<RefundRecord | null> {
  const text = `SELECT ${REFUND_COLUMNS} FROM refunds WHERE refund_id = $1 FOR UPDATE`;
  const [row] = await tx.query<RefundRow>({ name: 'refund-lock', text }, [refundId]);
  return row ? toRefundRecord(row) : null;
}

/** Everything that was asked for one purchase, oldest first. */
export async function readRefundsOf(
  db: Queryable,
  { accountId, purchaseId }: { accountId: string; purchaseId: string },
): Promise<RefundRecord[]> {
  const text = `SELECT ${REFUND_COLUMNS} FROM refunds WHERE account_id = $1 AND transaction_id = $2 ORDER BY refund_id`;
  const rows = await db.query<RefundRow>(text, [accountId, purchaseId]);
  return rows.map(toRefundRecord);
}

/** Locks the refunds of these ids, and those of these purchases, in the order of their ids. */
export async function lockRefunds(
  tx: Queryable,
  of: { accountId: string; refundIds: readonly string[]; purchaseIds: readonly string[] },
): Promise<void> {
  await tx.query(
    `SELECT FROM refunds WHERE account_id = $1 AND (refund_id = ANY($2::uuid[]) OR transaction_id = ANY($3::uuid[]))
     ORDER BY refund_id FOR UPDATE`,
    [of.accountId, textArrayOf(of.refundIds), textArrayOf(of.purchaseIds)],
  );
}

const LOCK_REQUESTS = {
  name: 'refund-requests-lock',
  text: "SELECT pg_advisory_xact_lock(hashtextextended('refunds of ' || $1, 0))",
};

/** Waits until nobody else asks for a refund of this purchase, so that no two ask for the same money. */
export async function lockRequests(tx: Queryable, purchaseId: string): Promise<void> {
  await tx.query(LOCK_REQUESTS, [purchaseId]);
}

export interface RefundHistory {
  /** Asked for by this or other requests and not decided yet: nothing is reserved for it. */
  readonly undecidedMinor: bigint;
  /** Taken from the buyer's own coins by refunds of other parts: not spent by anybody. */
  readonly takenCoins: bigint;
  /** Of other purchases; what is owed for declined ones does not count. */
  readonly refundsIn90Days: number;
  readonly lostDisputes: number;
  readonly debtCoins: number;
}

/** What the policy has to know of the account and of other refunds of the purchase, the refund itself left out. */
export async function readRefundHistory(
  db: Queryable,
  of: { accountId: string; purchaseId: string; refundId: string; now: number },
): Promise<RefundHistory> {
  const [row] = await db.query<{
    undecided: bigint;
    taken: bigint;
    refunds: number;
    disputes: number;
    debt: number;
  }>(
    {
      name: 'refund-history',
      text: `SELECT (SELECT coalesce(sum(amount_minor), 0)::bigint FROM refunds
             WHERE account_id = $1 AND transaction_id = $2 AND refund_id <> $3
               AND status IN ('requested', 'pending_approval')) AS undecided,
            (SELECT coalesce(sum(coins), 0)::bigint FROM clawback_lines
             WHERE account_id = $1 AND purchase_id = $2 AND step IN ('unspent', 'bonus')) AS taken,
            (SELECT count(DISTINCT transaction_id)::int FROM refunds
             WHERE account_id = $1 AND transaction_id <> $2 AND origin <> 'automatic' AND requested_at > $4
               AND status IN ('approved', 'processing', 'succeeded')) AS refunds,
            (SELECT count(*)::int FROM money_back_claims
             WHERE account_id = $1 AND kind = 'dispute' AND paid_minor > 0) AS disputes,
            (SELECT debt_coins::int8 FROM wallets WHERE account_id = $1) AS debt`,
    },
    [of.accountId, of.purchaseId, of.refundId, new Date(of.now - 90 * 86_400_000)],
  );
  return {
    undecidedMinor: row?.undecided ?? 0n,
    takenCoins: row?.taken ?? 0n,
    refundsIn90Days: row?.refunds ?? 0,
    lostDisputes: row?.disputes ?? 0,
    debtCoins: Number(row?.debt ?? 0),
  };
}
