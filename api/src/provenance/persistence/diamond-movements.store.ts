import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** A withdrawal or conversion that took diamonds. */
export interface CashOutRecord {
  readonly transactionId: string;
  readonly kind: 'withdrawal' | 'conversion';
  readonly accountId: string;
  readonly at: number;
  readonly totalDiamonds: bigint;
}

export interface DiamondMovementRecord {
  /** Whose diamonds they were. */
  readonly accountId: string;
  readonly giftId: string;
  readonly transactionId: string;
  readonly reason: 'spent' | 'clawed' | 'reinstated' | 'repaid';
  readonly diamonds: bigint;
}

interface TransactionKey {
  readonly accountId: string;
  readonly transactionId: string;
}

/** Everything that left the diamonds of these gifts, in the order of time. */
export async function readDiamondMovements(
  db: Queryable,
  gifts: readonly { creatorId: string; giftId: string }[],
): Promise<DiamondMovementRecord[]> {
  if (gifts.length === 0) return [];
  const text = `
    SELECT k.place::int AS place, m.transaction_id, m.reason, m.diamonds
    FROM unnest($1::text[], $2::uuid[]) WITH ORDINALITY AS k (account_id, lot_id, place)
    JOIN diamond_movements m ON m.account_id = k.account_id AND m.lot_id = k.lot_id
    ORDER BY m.transaction_id`;
  const rows = await db.query<{
    place: number;
    transaction_id: string;
    reason: DiamondMovementRecord['reason'];
    diamonds: bigint;
  }>(text, [textArrayOf(gifts.map((gift) => gift.creatorId)), textArrayOf(gifts.map((gift) => gift.giftId))]);
  return rows.map(({ place, transaction_id: transactionId, reason, diamonds }) => {
    const { creatorId: accountId, giftId } = gifts[place - 1]!;
    return { accountId, giftId, transactionId, reason, diamonds };
  });
}

/** The withdrawals and conversions behind movements. */
export async function readCashOuts(db: Queryable, keys: readonly TransactionKey[]): Promise<CashOutRecord[]> {
  if (keys.length === 0) return [];
  const text = `
    SELECT t.account_id, t.transaction_id, t.kind, t.decided_at, t.diamonds
    FROM unnest($1::text[], $2::uuid[]) AS k (account_id, transaction_id)
    JOIN transactions t ON t.account_id = k.account_id AND t.transaction_id = k.transaction_id`;
  const rows = await db.query<{
    account_id: string;
    transaction_id: string;
    kind: CashOutRecord['kind'];
    decided_at: Date;
    diamonds: bigint;
  }>(text, keyColumns(keys));
  return rows.map((row) => ({
    transactionId: row.transaction_id,
    kind: row.kind,
    accountId: row.account_id,
    at: row.decided_at.getTime(),
    totalDiamonds: row.diamonds,
  }));
}

/** What these withdrawals and conversions took, gift by gift. */
export async function readInputs(
  db: Queryable,
  keys: readonly TransactionKey[],
): Promise<{ transactionId: string; giftId: string; diamonds: bigint }[]> {
  if (keys.length === 0) return [];
  const text = `
    SELECT k.place::int AS place, m.lot_id, m.diamonds
    FROM unnest($1::text[], $2::uuid[]) WITH ORDINALITY AS k (account_id, transaction_id, place)
    JOIN diamond_movements m
      ON m.account_id = k.account_id AND m.transaction_id = k.transaction_id AND m.reason = 'spent'
    ORDER BY k.place, m.lot_id`;
  const rows = await db.query<{ place: number; lot_id: string; diamonds: bigint }>(text, keyColumns(keys));
  return rows.map(({ place, lot_id: giftId, diamonds }) => ({
    transactionId: keys[place - 1]!.transactionId,
    giftId,
    diamonds,
  }));
}

/** How many gifts each of these took, so that it can be left before it is read. */
export async function countInputs(
  db: Queryable,
  keys: readonly TransactionKey[],
): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const text = `
    SELECT k.transaction_id, count(m.lot_id)::int AS gifts
    FROM unnest($1::text[], $2::uuid[]) AS k (account_id, transaction_id)
    LEFT JOIN diamond_movements m ON m.account_id = k.account_id AND m.transaction_id = k.transaction_id
    GROUP BY k.transaction_id`;
  const rows = await db.query<{ transaction_id: string; gifts: number }>(text, keyColumns(keys));
  return new Map(rows.map((row) => [row.transaction_id, row.gifts]));
}

/** The lot each of these conversions made; by transaction id. */
export async function readConvertedLots(
  db: Queryable,
  keys: readonly TransactionKey[],
): Promise<Map<string, { accountId: string; lotId: string }>> {
  if (keys.length === 0) return new Map();
  const text = `
    SELECT j.account_id, j.transaction_id, (p.value ->> 3)::uuid AS lot_id
    FROM unnest($1::text[], $2::uuid[]) AS k (account_id, transaction_id)
    JOIN journal_entries j
      ON j.account_id = k.account_id AND j.transaction_id = k.transaction_id AND j.kind = 'conversion'
    CROSS JOIN LATERAL json_array_elements(j.postings) AS p (value)
    WHERE p.value ->> 1 = 'COIN' AND p.value ->> 3 IS NOT NULL`;
  const rows = await db.query<{ account_id: string; transaction_id: string; lot_id: string }>(
    text,
    keyColumns(keys),
  );
  return new Map(rows.map((row) => [row.transaction_id, { accountId: row.account_id, lotId: row.lot_id }]));
}

const keyColumns = (keys: readonly TransactionKey[]) => [
  textArrayOf(keys.map((key) => key.accountId)),
  textArrayOf(keys.map((key) => key.transactionId)),
];
