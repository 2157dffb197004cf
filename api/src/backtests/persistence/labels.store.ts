import type { Label } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** Transactions by the range of their ids, with those of them that were held for review. */
export interface LabelQuestion {
  readonly firstId: string;
  readonly lastId: string;
  readonly reviewed: readonly { readonly accountId: string; readonly transactionId: string }[];
}

interface Row {
  transaction_id: string;
  source: Label['source'];
  fraud: boolean;
  at: Date;
}

/**
 * The one reader of labels: what disputes, refunds and people have said about transactions. A dispute that was won says
 * that its purchase was good; a held transaction that ended by itself says nothing. What a person said and an appeal
 * undid counts no more.
 */
const LABELS = {
  name: 'backtest-labels',
  text: `
    SELECT purchase_id AS transaction_id, 'dispute' AS source, status <> 'won' AS fraud,
           coalesce(closed_at, opened_at) AS at
    FROM disputes
    WHERE purchase_id BETWEEN $1 AND $2 AND category = 'fraudulent' AND status <> 'cancelled'
    UNION ALL
    SELECT transaction_id, 'refund', true, coalesce(changed_at, requested_at)
    FROM refunds
    WHERE transaction_id BETWEEN $1 AND $2 AND cause = 'fraud' AND status IN ('approved', 'processing', 'succeeded')
    UNION ALL
    SELECT transaction_id, 'case', label = 'fraud', labelled_at
    FROM case_labels WHERE transaction_id BETWEEN $1 AND $2 AND revoked_at IS NULL
    UNION ALL
    -- Who judges a ring says it of what its members gave each other and took out. Looked for from the few that are judged.
    SELECT l.transaction_id, 'ring', r.status = 'confirmed', r.judged_at
    FROM rings r
    JOIN ring_members m ON m.ring_id = r.ring_id
    JOIN link_transfers l ON l.account_id = m.account_id AND l.transaction_id BETWEEN $1 AND $2
    WHERE r.status IN ('confirmed', 'dismissed') AND (l.to_id IS NULL OR EXISTS (
      SELECT FROM ring_members o WHERE o.account_id = l.to_id AND o.ring_id = r.ring_id))
    UNION ALL
    SELECT h.transaction_id, 'review', h.ended_by IS NOT DISTINCT FROM 'declined', coalesce(h.ended_at, now())
    FROM unnest($3::text[], $4::uuid[]) AS r (account_id, transaction_id)
    JOIN holds h ON h.account_id = r.account_id AND h.transaction_id = r.transaction_id
    -- A purchase that was released before its money was taken waits for the capture from then on.
    WHERE ((h.purpose = 'review' AND h.ended_by IN ('released', 'declined')) OR h.purpose = 'capture')
      AND NOT EXISTS (SELECT FROM case_labels c WHERE c.account_id = h.account_id
                        AND c.transaction_id = h.transaction_id AND c.revoked_at IS NOT NULL)`,
};

/** By transaction; those nobody said anything about are left out. */
export async function readLabels(db: Queryable, question: LabelQuestion): Promise<Map<string, Label[]>> {
  const { firstId, lastId, reviewed } = question;
  const rows = await db.query<Row>(LABELS, [
    firstId,
    lastId,
    textArrayOf(reviewed.map((r) => r.accountId)),
    textArrayOf(reviewed.map((r) => r.transactionId)),
  ]);
  const labels = new Map<string, Label[]>();
  for (const { transaction_id: transactionId, source, fraud, at } of rows) {
    const label: Label = { transactionId, source, fraud, at: at.getTime() };
    labels.set(transactionId, [...(labels.get(transactionId) ?? []), label]);
  }
  return labels;
}
