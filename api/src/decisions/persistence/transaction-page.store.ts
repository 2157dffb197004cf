import type { LotUse } from '@coinwarden/contracts';
import type { HoldEnd, Outcome, TransactionKind, TransactionStatus } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import type { StoredDecision } from './stored-decision.js';

export interface TransactionRecord {
  account_id: string;
  transaction_id: string;
  kind: TransactionKind;
  outcome: Outcome;
  status: TransactionStatus;
  score: number;
  coins: bigint;
  diamonds: bigint;
  amount_minor: bigint | null;
  currency: string | null;
  counterparty_id: string | null;
  ruleset_version: number;
  occurred_at: Date;
  decided_at: Date;
  request: Record<string, unknown>;
  decision: StoredDecision;
}

export const TRANSACTION_COLUMNS = `
  t.account_id, t.transaction_id, t.kind, t.outcome, t.status, t.score, t.coins, t.diamonds, t.amount_minor,
  t.currency, t.counterparty_id, t.ruleset_version, t.occurred_at, t.decided_at, t.request, t.decision`;

export interface HoldRecord {
  purpose: 'review' | 'capture';
  coins: bigint;
  diamonds: bigint;
  lots: [lotId: string, kind: 'paid' | 'bonus' | 'earned', coins: number][];
  expires_at: Date;
  ended_at: Date | null;
  ended_by: HoldEnd | null;
}

export interface JournalRecord {
  entry_no: number;
  kind: string;
  posted_at: Date;
  postings: [account: string, unit: string, amount: number, lotId: string | null][];
}

const isUuid = (id: string) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(id);

export async function findTransaction(
  db: Queryable,
  transactionId: string,
): Promise<TransactionRecord | null> {
  if (!isUuid(transactionId)) return null;
  const text = `SELECT ${TRANSACTION_COLUMNS} FROM transactions t WHERE t.transaction_id = $1`;
  const [row] = await db.query<TransactionRecord>(text, [transactionId]);
  return row ?? null;
}

type Key = Pick<TransactionRecord, 'account_id' | 'transaction_id'>;

export async function readJournal(db: Queryable, key: Key): Promise<JournalRecord[]> {
  const text = `
    SELECT entry_no, kind, posted_at, postings FROM journal_entries
    WHERE account_id = $1 AND transaction_id = $2 ORDER BY entry_no`;
  return db.query<JournalRecord>(text, [key.account_id, key.transaction_id]);
}

export async function findHoldOf(db: Queryable, key: Key): Promise<HoldRecord | null> {
  const text = `
    SELECT purpose, coins, diamonds, lots, expires_at, ended_at, ended_by FROM holds
    WHERE account_id = $1 AND transaction_id = $2`;
  const [row] = await db.query<HoldRecord>(text, [key.account_id, key.transaction_id]);
  return row ?? null;
}

/** Coin lots this transaction granted or spent; lots its open hold reserves are named by the hold. */
export async function readCoinLots(db: Queryable, key: Key, held: readonly string[]): Promise<LotUse[]> {
  const text = `
    WITH used AS (
      SELECT (p.value ->> 3)::uuid AS lot_id,
             CASE WHEN (p.value ->> 2)::bigint > 0 THEN 'granted' ELSE 'consumed' END AS use,
             sum(abs((p.value ->> 2)::bigint)) AS amount
      FROM journal_entries j, json_array_elements(j.postings) AS p (value)
      WHERE j.account_id = $1 AND j.transaction_id = $2 AND p.value ->> 1 = 'COIN' AND p.value ->> 3 IS NOT NULL
      GROUP BY 1, 2
      UNION ALL
      SELECT h.lot_id, 'held', 0 FROM unnest($3::uuid[]) AS h (lot_id)
    )
    SELECT u.lot_id, l.kind, u.use, u.amount::bigint AS amount, l.transaction_id AS source_id, s.kind AS source_kind
    FROM used u
    JOIN coin_lots l ON l.account_id = $1 AND l.lot_id = u.lot_id
    LEFT JOIN transactions s ON s.account_id = $1 AND s.transaction_id = l.transaction_id
    ORDER BY l.granted_at, l.lot_id`;
  const rows = await db.query<{
    lot_id: string;
    kind: LotUse['kind'];
    use: LotUse['use'];
    amount: bigint;
    source_id: string;
    source_kind: TransactionKind | null;
  }>(text, [key.account_id, key.transaction_id, held]);
  return rows.map((row) => ({
    lotId: row.lot_id,
    kind: row.kind,
    use: row.use,
    amount: Number(row.amount),
    sourceTransactionId: row.source_id,
    sourceKind: row.source_kind,
    sourceAccountId: key.account_id,
  }));
}

/** Diamonds a conversion or withdrawal took, each with the gift it came from. */
export async function readDiamondLots(db: Queryable, key: Key): Promise<LotUse[]> {
  const text = `
    SELECT m.lot_id, m.diamonds, t.account_id AS sender
    FROM diamond_movements m LEFT JOIN transactions t ON t.transaction_id = m.lot_id
    WHERE m.account_id = $1 AND m.transaction_id = $2 ORDER BY m.lot_id LIMIT 1000`;
  const rows = await db.query<{ lot_id: string; diamonds: bigint; sender: string | null }>(text, [
    key.account_id,
    key.transaction_id,
  ]);
  return rows.map((row) => ({
    lotId: row.lot_id,
    kind: 'diamond',
    use: 'consumed',
    amount: Number(row.diamonds),
    sourceTransactionId: row.lot_id,
    sourceKind: 'gift',
    sourceAccountId: row.sender ?? key.account_id,
  }));
}

/** What the rules of a version are called, for showing those that fired. */
export async function readRuleDescriptions(db: Queryable, version: number): Promise<Map<string, string>> {
  const rows = await db.query<{ key: string; description: string }>(
    'SELECT key, description FROM rules WHERE version = $1',
    [version],
  );
  return new Map(rows.map((row) => [row.key, row.description]));
}
