import { DAY, type Instant, idFloor } from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';

export interface LabelDay {
  readonly key: string;
  readonly fraud: number;
  readonly good: number;
}

/** The transactions of a day that waited for a person. */
export async function reviewedOn(
  db: Queryable,
  day: Instant,
): Promise<{ accountId: string; transactionId: string }[]> {
  const rows = await db.query<{ account_id: string; transaction_id: string }>(
    `SELECT account_id, transaction_id FROM transactions
     WHERE outcome = 'review' AND transaction_id >= $1 AND transaction_id < $2`,
    [idFloor(day), idFloor(day + DAY)],
  );
  return rows.map(({ account_id: accountId, transaction_id: transactionId }) => ({
    accountId,
    transactionId,
  }));
}

/** The rules that fired on transactions, by their ids. */
export async function rulesFiredOn(
  db: Queryable,
  transactionIds: readonly string[],
): Promise<{ transactionId: string; keys: string[] }[]> {
  const rows = await db.query<{ transaction_id: string; rules: { key: string }[] | null }>(
    `SELECT transaction_id, decision -> 'rules' AS rules FROM transactions WHERE transaction_id = ANY($1::uuid[])`,
    [textArrayOf(transactionIds)],
  );
  return rows.map(({ transaction_id: transactionId, rules }) => ({
    transactionId,
    keys: (rules ?? []).map(({ key }) => key),
  }));
}

/** Replaces what was known about a day. */
export async function writeLabelDay(tx: Queryable, day: Instant, rules: readonly LabelDay[]): Promise<void> {
  const date = new Date(day).toISOString().slice(0, 10);
  await tx.query('DELETE FROM rule_label_days WHERE day = $1::date', [date]);
  if (rules.length === 0) return;
  await tx.query(
    `INSERT INTO rule_label_days (day, rule_key, fraud, good)
     SELECT $1::date, * FROM unnest($2::text[], $3::int[], $4::int[])`,
    [
      date,
      textArrayOf(rules.map(({ key }) => key)),
      arrayOf(rules.map(({ fraud }) => fraud)),
      arrayOf(rules.map(({ good }) => good)),
    ],
  );
}

export async function readLabelSums(db: Queryable, from: Instant): Promise<Map<string, LabelDay>> {
  const rows = await db.query<{ rule_key: string; fraud: number; good: number }>(
    `SELECT rule_key, sum(fraud)::int AS fraud, sum(good)::int AS good FROM rule_label_days
     WHERE day >= $1::date GROUP BY rule_key`,
    [new Date(from).toISOString().slice(0, 10)],
  );
  return new Map(rows.map(({ rule_key: key, fraud, good }) => [key, { key, fraud, good }]));
}

const LOOKED_AT = 3_000;

/** The rules that fired on each of the latest transactions that were stopped. */
export async function latestStopped(db: Queryable, from: Instant): Promise<string[][]> {
  const rows = await db.query<{ rules: { key: string }[] | null }>(
    `SELECT decision -> 'rules' AS rules FROM (
       SELECT transaction_id, decision FROM transactions
       WHERE outcome <> 'approve' AND transaction_id >= $1 ORDER BY transaction_id DESC LIMIT ${LOOKED_AT}) AS latest`,
    [idFloor(from)],
  );
  return rows.map(({ rules }) => (rules ?? []).map(({ key }) => key));
}
