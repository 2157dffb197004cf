import type { PromotionHistory } from '@coinwarden/contracts';
import type { Queryable } from '../../platform/database/sql.js';
import { authorOf } from '../../platform/http/author.js';

export interface PromotionEvent {
  readonly promotionId: string;
  readonly at: Date;
  /** Past tense: `submitted`. */
  readonly action: string;
  /** The staff member; null for what happened by itself. */
  readonly by: string | null;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Adds the next entry; the caller holds the promotion's row locked. */
export async function appendHistory(tx: Queryable, event: PromotionEvent): Promise<void> {
  await tx.query(
    `INSERT INTO promotion_history (promotion_id, position, at, action, by, reason, details)
     SELECT $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5, $6 FROM promotion_history WHERE promotion_id = $1`,
    [event.promotionId, event.at, event.action, event.by, event.reason, JSON.stringify(event.details)],
  );
}

/** Newest first. */
export async function readHistory(db: Queryable, promotionId: string): Promise<PromotionHistory> {
  const rows = await db.query<{
    position: number;
    at: Date;
    action: string;
    by: string | null;
    reason: string | null;
    details: Record<string, unknown>;
  }>(
    `SELECT position, at, action, ${authorOf('by')} AS by, reason, details FROM promotion_history
     WHERE promotion_id = $1 ORDER BY position DESC`,
    [promotionId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
