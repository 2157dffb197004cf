import type { LotMovement, TransactionKind } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';
import { columnsOf, type LotKey } from './lots.store.js';

/** A movement with the transaction behind it; a settlement's has none. */
export interface MovementRecord extends LotMovement {
  readonly accountId: string;
  readonly lotId: string;
  readonly counterpartyId: string | null;
  readonly contentId: string | null;
  /** Of the whole transaction. */
  readonly totalCoins: bigint;
  readonly at: number;
}

interface MovementRow {
  place: number;
  transaction_id: string;
  reason: LotMovement['reason'];
  coins: bigint;
  kind: TransactionKind | null;
  counterparty_id: string | null;
  other_total: bigint | null;
  at_ms: number | null;
  content_id: string | null;
}

/** Everything that left these lots, in the order of time. There may be very many, so the rows say no more than they must. */
export async function readMovements(db: Queryable, keys: readonly LotKey[]): Promise<MovementRecord[]> {
  if (keys.length === 0) return [];
  const text = `
    SELECT k.place::int AS place, m.transaction_id, m.reason, m.coins, t.kind, t.counterparty_id,
           CASE WHEN t.coins <> m.coins THEN t.coins END AS other_total,
           extract(epoch FROM t.decided_at)::float8 * 1000 AS at_ms,
           CASE WHEN t.kind IN ('video_promotion', 'unlock') THEN t.request ->> 'contentId' END AS content_id
    FROM unnest($1::text[], $2::uuid[]) WITH ORDINALITY AS k (account_id, lot_id, place)
    JOIN lot_movements m ON m.account_id = k.account_id AND m.lot_id = k.lot_id
    LEFT JOIN transactions t ON t.account_id = m.account_id AND t.transaction_id = m.transaction_id
    ORDER BY m.transaction_id, m.entry_no`;
  const rows = await db.query<MovementRow>(text, columnsOf(keys));
  return rows.map((row) => {
    const { accountId, lotId } = keys[row.place - 1]!;
    return {
      accountId,
      lotId,
      transactionId: row.transaction_id,
      reason: row.reason,
      coins: row.coins,
      kind: row.kind,
      counterpartyId: row.counterparty_id,
      contentId: row.content_id,
      totalCoins: row.other_total ?? row.coins,
      at: Math.round(row.at_ms ?? 0),
    };
  });
}

export interface HeldShare extends LotKey {
  readonly transactionId: string;
  readonly kind: TransactionKind;
  readonly coins: bigint;
  readonly at: number;
}

/** What open holds of these accounts reserve, lot by lot. */
export async function readHeldShares(db: Queryable, accountIds: readonly string[]): Promise<HeldShare[]> {
  if (accountIds.length === 0) return [];
  const text = `
    SELECT h.account_id, h.transaction_id, t.kind, t.decided_at, (s.value ->> 0)::uuid AS lot_id,
           (s.value ->> 2)::bigint AS coins
    FROM holds h
    JOIN transactions t ON t.account_id = h.account_id AND t.transaction_id = h.transaction_id
    CROSS JOIN LATERAL json_array_elements(h.lots) AS s (value)
    WHERE h.account_id = ANY($1::text[]) AND h.ended_at IS NULL
    ORDER BY h.transaction_id`;
  const rows = await db.query<{
    account_id: string;
    transaction_id: string;
    kind: TransactionKind;
    decided_at: Date;
    lot_id: string;
    coins: bigint;
  }>(text, [textArrayOf(accountIds)]);
  return rows.map((row) => ({
    accountId: row.account_id,
    transactionId: row.transaction_id,
    kind: row.kind,
    at: row.decided_at.getTime(),
    lotId: row.lot_id,
    coins: row.coins,
  }));
}
