import type { LotKind, RestoreInput, Terms, TransactionStatus } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import { findHeld } from './holds.store.js';

/** A purchase or reward that was credited as held, with the lots that its hold voided when it was declined. */
export interface DeclinedCredit {
  readonly terms: Terms;
  readonly status: TransactionStatus;
  readonly decidedAt: number;
  readonly captured: boolean;
  readonly lots: RestoreInput['lots'];
}

interface Row {
  captured: boolean;
  lot_id: string;
  kind: LotKind;
  coins: bigint;
  granted_at: Date;
  expires_at: Date | null;
  risk_until: Date | null;
}

/** Null where no hold of the transaction was declined. */
export async function findDeclinedCredit(
  db: Queryable,
  transactionId: string,
): Promise<DeclinedCredit | null> {
  const found = await findHeld(db, transactionId);
  if (found === null) return null;
  const rows = await db.query<Row>(
    `SELECT h.captured, l.lot_id, l.kind, (s.value ->> 2)::bigint AS coins, l.granted_at, l.expires_at, l.risk_until
     FROM holds h
     CROSS JOIN LATERAL json_array_elements(h.lots) AS s (value)
     JOIN coin_lots l ON l.account_id = h.account_id AND l.lot_id = (s.value ->> 0)::uuid
     WHERE h.account_id = $1 AND h.transaction_id = $2 AND h.ended_by = 'declined' ORDER BY l.lot_id`,
    [found.terms.accountId, transactionId],
  );
  if (rows.length === 0) return null;
  const { terms, status, decidedAt } = found;
  return { terms, status, decidedAt, captured: rows[0]!.captured, lots: rows.map(lotOf) };
}

const lotOf = (row: Row) => ({
  lotId: row.lot_id,
  kind: row.kind,
  remaining: row.coins,
  grantedAt: row.granted_at.getTime(),
  expiresAt: row.expires_at?.getTime() ?? null,
  riskUntil: row.risk_until?.getTime() ?? null,
});
