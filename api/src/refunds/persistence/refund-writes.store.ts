import type { Queryable } from '../../platform/database/sql.js';
import { REFUND_COLUMNS, type RefundRecord, type RefundRow, toRefundRecord } from './refunds.store.js';

const instant = (at: number | null) => (at === null ? null : new Date(at));
const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

const valuesOf = (refund: RefundRecord): unknown[] => [
  refund.accountId,
  refund.refundId,
  refund.purchaseId,
  refund.amountMinor,
  refund.currency,
  refund.reason,
  refund.status,
  refund.origin,
  refund.requesterKind,
  json(refund.requestedBy),
  refund.askedBy,
  refund.note,
  refund.cause,
  refund.bulkId,
  refund.provider,
  refund.reference,
  refund.channel,
  json(refund.decision),
  json(refund.approvedBy),
  refund.attempt,
  refund.providerRefundId,
  refund.externalKey,
  json(refund.failure),
  instant(refund.requestedAt),
  instant(refund.changedAt),
  instant(refund.dueAt),
  instant(refund.tryAt),
  refund.tries,
];

const COUNT = REFUND_COLUMNS.split(',').length;
const PLACES = Array.from({ length: COUNT }, (_, i) => `$${i + 1}`).join(', ');

/** Null when there is one for the same external key already. */
export async function insertRefund(tx: Queryable, refund: RefundRecord): Promise<RefundRecord | null> {
  const [row] = await tx.query<RefundRow>(
    {
      name: 'refund-insert',
      text: `INSERT INTO refunds (${REFUND_COLUMNS}) VALUES (${PLACES})
     ON CONFLICT (account_id, external_key) DO NOTHING RETURNING ${REFUND_COLUMNS}`,
    },
    valuesOf(refund),
  );
  return row ? toRefundRecord(row) : null;
}

/** Everything about a refund that can change; the caller holds its row. */
export async function updateRefund(tx: Queryable, refund: RefundRecord): Promise<void> {
  await tx.query(
    {
      name: 'refund-update',
      text: `UPDATE refunds
     SET status = $3, asked_by = $4, cause = $5, provider = $6, reference = $7, channel = $8, decision = $9,
         approved_by = $10, attempt = $11, provider_refund_id = $12, failure = $13, changed_at = $14, due_at = $15,
         try_at = $16, tries = $17
     WHERE account_id = $1 AND refund_id = $2`,
    },
    [
      refund.accountId,
      refund.refundId,
      refund.status,
      refund.askedBy,
      refund.cause,
      refund.provider,
      refund.reference,
      refund.channel,
      json(refund.decision),
      json(refund.approvedBy),
      refund.attempt,
      refund.providerRefundId,
      json(refund.failure),
      instant(refund.changedAt),
      instant(refund.dueAt),
      instant(refund.tryAt),
      refund.tries,
    ],
  );
}

/** Refunds a worker has to look at, the longest waiting first. */
export async function refundsToTry(
  db: Queryable,
  { now, max }: { now: number; max: number },
): Promise<string[]> {
  const text = 'SELECT refund_id FROM refunds WHERE try_at <= $1 ORDER BY try_at LIMIT $2';
  const rows = await db.query<{ refund_id: string }>(text, [new Date(now), max]);
  return rows.map((row) => row.refund_id);
}

/** Something went wrong that was not foreseen: looked at again later, if it still is to be. */
export async function postpone(db: Queryable, refundId: string, tryAt: number): Promise<void> {
  await db.query('UPDATE refunds SET try_at = $2 WHERE refund_id = $1 AND try_at < $2', [
    refundId,
    new Date(tryAt),
  ]);
}
