import type { ProviderFact } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** Something a provider said, and how we heard it. */
export interface HeardFact extends ProviderFact {
  readonly detail: string | null;
  readonly source: 'answer' | 'notice' | 'person';
}

interface Key {
  readonly accountId: string;
  readonly refundId: string;
}

interface Row {
  provider_refund_id: string;
  attempt: number;
  status: ProviderFact['status'];
  amount_minor: bigint;
  occurred_at: Date;
  detail: string | null;
  source: HeardFact['source'];
}

/** False when it was said before. */
export async function noteFact(tx: Queryable, key: Key, fact: HeardFact, notedAt: number): Promise<boolean> {
  const rows = await tx.query(
    {
      name: 'refund-fact',
      text: `INSERT INTO refund_facts (account_id, provider_refund_id, status, occurred_at, refund_id, attempt, amount_minor,
                               detail, source, noted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING 1`,
    },
    [
      key.accountId,
      fact.providerRefundId,
      fact.status,
      new Date(fact.occurredAt),
      key.refundId,
      fact.attempt,
      fact.amountMinor,
      fact.detail,
      fact.source,
      new Date(notedAt),
    ],
  );
  return rows.length > 0;
}

export async function readFacts(db: Queryable, key: Key): Promise<HeardFact[]> {
  const rows = await db.query<Row>(
    {
      name: 'refund-facts',
      text: `SELECT provider_refund_id, attempt, status, amount_minor, occurred_at, detail, source FROM refund_facts
             WHERE account_id = $1 AND refund_id = $2 ORDER BY noted_at, occurred_at`,
    },
    [key.accountId, key.refundId],
  );
  return rows.map((row) => ({
    providerRefundId: row.provider_refund_id,
    attempt: row.attempt,
    status: row.status,
    amountMinor: row.amount_minor,
    occurredAt: row.occurred_at.getTime(),
    detail: row.detail,
    source: row.source,
  }));
}

/** The refund a provider's refund belongs to, once anything was said about it. */
export async function refundOfProviderRefund(
  db: Queryable,
  of: { accountId: string; providerRefundId: string },
): Promise<string | null> {
  const [row] = await db.query<{ refund_id: string }>(
    'SELECT refund_id FROM refund_facts WHERE account_id = $1 AND provider_refund_id = $2 LIMIT 1',
    [of.accountId, of.providerRefundId],
  );
  return row?.refund_id ?? null;
}
