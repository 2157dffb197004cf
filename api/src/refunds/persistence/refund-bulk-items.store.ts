import type { RefundBulkItemStatus } from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';

export interface ItemProblem {
  readonly code: string;
  readonly message: string;
  /** What stands in the way of any refund, or the row of the policy that refuses this one. */
  readonly why?: string;
}

export interface RefundBulkItem {
  readonly itemId: string;
  readonly purchaseId: string;
  readonly accountId: string | null;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  readonly status: RefundBulkItemStatus;
  readonly problem: ItemProblem | null;
}

export async function insertBulkItems(
  tx: Queryable,
  bulkId: string,
  items: readonly RefundBulkItem[],
): Promise<void> {
  await tx.query(
    `INSERT INTO refund_bulk_items (bulk_id, item_id, purchase_id, account_id, amount_minor, currency, status, problem)
     SELECT $1, i.* FROM unnest($2::uuid[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::json[]) i`,
    [
      bulkId,
      textArrayOf(items.map((item) => item.itemId)),
      textArrayOf(items.map((item) => item.purchaseId)),
      textArrayOf(items.map((item) => item.accountId)),
      arrayOf(items.map((item) => item.amountMinor)),
      textArrayOf(items.map((item) => item.currency)),
      textArrayOf(items.map((item) => item.status)),
      textArrayOf(items.map((item) => (item.problem === null ? null : JSON.stringify(item.problem)))),
    ],
  );
}

/** The next one that waits and that nobody works on. */
export async function takeWaitingItem(
  tx: Queryable,
  bulkId: string,
  except: readonly string[],
): Promise<{ itemId: string; purchaseId: string; amountMinor: bigint } | null> {
  const [row] = await tx.query<{ item_id: string; purchase_id: string; amount_minor: bigint }>(
    {
      name: 'bulk-item-take',
      text: `SELECT item_id, purchase_id, amount_minor FROM refund_bulk_items
     WHERE bulk_id = $1 AND status = 'waiting' AND item_id <> ALL($2::uuid[])
     ORDER BY item_id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    },
    [bulkId, textArrayOf(except)],
  );
  return row ? { itemId: row.item_id, purchaseId: row.purchase_id, amountMinor: row.amount_minor } : null;
}

export async function endBulkItem(
  tx: Queryable,
  end: {
    bulkId: string;
    itemId: string;
    status: 'opened' | 'refused';
    refundId: string | null;
    problem: ItemProblem | null;
  },
): Promise<void> {
  await tx.query(
    {
      name: 'bulk-item-end',
      text: `UPDATE refund_bulk_items SET status = $3, refund_id = $4, problem = $5
     WHERE bulk_id = $1 AND item_id = $2 AND status = 'waiting'`,
    },
    [
      end.bulkId,
      end.itemId,
      end.status,
      end.refundId,
      end.problem === null ? null : JSON.stringify(end.problem),
    ],
  );
}

export async function waitingItems(db: Queryable, bulkId: string): Promise<number> {
  const [row] = await db.query<{ waiting: number }>(
    "SELECT count(*)::int AS waiting FROM refund_bulk_items WHERE bulk_id = $1 AND status = 'waiting'",
    [bulkId],
  );
  return row?.waiting ?? 0;
}
