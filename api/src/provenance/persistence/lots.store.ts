import type { LotFacts, LotKind, TransactionKind } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';
import { readSettledPurchases } from './settlements.store.js';

/** A coin lot with what its facts leave out. */
export interface LotRecord extends LotFacts {
  readonly grantedAt: number;
  readonly expiresAt: number | null;
  readonly riskUntil: number | null;
}

export interface LotKey {
  readonly accountId: string;
  readonly lotId: string;
}

interface Row {
  account_id: string;
  lot_id: string;
  kind: LotKind;
  granted: bigint;
  granted_at: Date;
  expires_at: Date | null;
  risk_until: Date | null;
  transaction_id: string;
  source_kind: TransactionKind | null;
}

const SELECT = `
  SELECT l.account_id, l.lot_id, l.kind, l.granted, l.granted_at, l.expires_at, l.risk_until, l.transaction_id,
         t.kind AS source_kind`;

/** Lots by their keys. */
export async function readLots(db: Queryable, keys: readonly LotKey[]): Promise<LotRecord[]> {
  if (keys.length === 0) return [];
  const text = `${SELECT}
    FROM unnest($1::text[], $2::uuid[]) AS k (account_id, lot_id)
    JOIN coin_lots l ON l.account_id = k.account_id AND l.lot_id = k.lot_id
    LEFT JOIN transactions t ON t.account_id = l.account_id AND t.transaction_id = l.transaction_id`;
  return toRecords(db, await db.query<Row>(text, columnsOf(keys)));
}

/**
 * The lots a transaction granted; for a purchase also those its settlements granted, in place of coins that had paid a
 * debt before they were given back.
 */
export async function readLotsOf(
  db: Queryable,
  key: { accountId: string; transactionId: string },
): Promise<LotRecord[]> {
  const text = `
    WITH makers AS (
      SELECT $2::uuid AS transaction_id
      UNION ALL
      SELECT settlement_id FROM settlements WHERE account_id = $1 AND purchase_id = $2
    ), granted AS (
      SELECT DISTINCT (p.value ->> 3)::uuid AS lot_id
      FROM makers m
      JOIN journal_entries j ON j.account_id = $1 AND j.transaction_id = m.transaction_id
        AND j.kind IN ('purchase_credit', 'reward', 'conversion', 'reinstatement')
      CROSS JOIN LATERAL json_array_elements(j.postings) AS p (value)
      WHERE p.value ->> 1 = 'COIN' AND p.value ->> 3 IS NOT NULL AND p.value ->> 0 = 'wallet:' || $1
    )
    ${SELECT}
    FROM granted g
    JOIN coin_lots l ON l.account_id = $1 AND l.lot_id = g.lot_id
      AND l.transaction_id IN (SELECT transaction_id FROM makers)
    LEFT JOIN transactions t ON t.account_id = l.account_id AND t.transaction_id = l.transaction_id
    ORDER BY l.lot_id`;
  return toRecords(db, await db.query<Row>(text, [key.accountId, key.transactionId]));
}

async function toRecords(db: Queryable, rows: readonly Row[]): Promise<LotRecord[]> {
  const settled = await readSettledPurchases(
    db,
    rows
      .filter((row) => row.source_kind === null)
      .map((row) => ({ accountId: row.account_id, settlementId: row.transaction_id })),
  );
  return rows.map((row) => ({
    lotId: row.lot_id,
    accountId: row.account_id,
    kind: row.kind,
    granted: row.granted,
    grantedAt: row.granted_at.getTime(),
    expiresAt: row.expires_at?.getTime() ?? null,
    riskUntil: row.risk_until?.getTime() ?? null,
    origin: originOf(row, settled),
  }));
}

function originOf(row: Row, settled: ReadonlyMap<string, string>): LotFacts['origin'] {
  const { source_kind, transaction_id: transactionId } = row;
  if (source_kind === 'purchase') return { by: 'purchase', purchaseId: transactionId };
  if (source_kind === 'reward' || source_kind === 'conversion') return { by: source_kind, transactionId };
  const purchaseId = settled.get(transactionId);
  if (purchaseId === undefined) throw new Error(`lot ${row.lot_id} was granted by nothing known`);
  return { by: 'reinstatement', purchaseId };
}

export const columnsOf = (keys: readonly LotKey[]): [string, string] => [
  textArrayOf(keys.map((key) => key.accountId)),
  textArrayOf(keys.map((key) => key.lotId)),
];
