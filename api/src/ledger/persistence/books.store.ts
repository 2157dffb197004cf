import type { JournalEntry } from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';
import type { Books } from './books.js';

const instants = (values: readonly (number | null)[]): string =>
  textArrayOf(values.map((value) => (value === null ? null : new Date(value).toISOString())));

/** Writes everything gathered in the books; the caller's transaction commits all of it or none. */
export function writeBooks(tx: Queryable, books: Books): Promise<unknown>[] {
  return [
    ...writeEntries(tx, books),
    ...writeLots(tx, books),
    ...writeMovements(tx, books),
    ...writeDiamondLots(tx, books),
    ...writeRepayments(tx, books),
    ...writeHolds(tx, books),
    ...takeDiamonds(tx, books),
    ...changeDiamonds(tx, books),
  ];
}

/** Postings as stored: [ledger account, unit, signed amount, lot id | null]. */
function encodePostings({ postings }: JournalEntry): string {
  const tuples = postings.map(
    (p) =>
      `[${JSON.stringify(p.account)},"${p.unit}",${p.amount},${p.lotId === null ? 'null' : `"${p.lotId}"`}]`,
  );
  return `[${tuples.join(',')}]`;
}

function writeEntries(tx: Queryable, { entries }: Books): Promise<unknown>[] {
  if (entries.length === 0) return [];
  const text = `
    INSERT INTO journal_entries (account_id, transaction_id, entry_no, kind, posted_at, postings)
    SELECT * FROM unnest($1::text[], $2::uuid[], $3::smallint[], $4::text[], $5::timestamptz[], $6::json[])`;
  const columns = [
    textArrayOf(entries.map((e) => e.accountId)),
    textArrayOf(entries.map((e) => e.transactionId)),
    arrayOf(entries.map((e) => e.entryNo)),
    textArrayOf(entries.map((e) => e.entry.kind)),
    instants(entries.map((e) => e.postedAt)),
    textArrayOf(entries.map((e) => encodePostings(e.entry))),
  ];
  return [tx.query({ name: 'journal-insert', text }, columns)];
}

function writeLots(tx: Queryable, { lots }: Books): Promise<unknown>[] {
  if (lots.length === 0) return [];
  const text = `
    INSERT INTO coin_lots (account_id, lot_id, kind, granted, granted_at, expires_at, transaction_id, risk_until)
    SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::bigint[], $5::timestamptz[], $6::timestamptz[],
                         $7::uuid[], $8::timestamptz[])`;
  const columns = [
    textArrayOf(lots.map((l) => l.accountId)),
    textArrayOf(lots.map((l) => l.lot.lotId)),
    textArrayOf(lots.map((l) => l.lot.kind)),
    arrayOf(lots.map((l) => l.lot.remaining)),
    instants(lots.map((l) => l.lot.grantedAt)),
    instants(lots.map((l) => l.lot.expiresAt)),
    textArrayOf(lots.map((l) => l.transactionId)),
    instants(lots.map((l) => l.lot.riskUntil)),
  ];
  return [tx.query({ name: 'coin-lots-insert', text }, columns)];
}

function writeMovements(tx: Queryable, { movements }: Books): Promise<unknown>[] {
  if (movements.length === 0) return [];
  const text = `
    INSERT INTO lot_movements (account_id, lot_id, transaction_id, entry_no, reason, coins)
    SELECT * FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::smallint[], $5::text[], $6::bigint[])`;
  const columns = [
    textArrayOf(movements.map((m) => m.accountId)),
    textArrayOf(movements.map((m) => m.share.lotId)),
    textArrayOf(movements.map((m) => m.transactionId)),
    arrayOf(movements.map((m) => m.entryNo)),
    textArrayOf(movements.map((m) => m.reason)),
    arrayOf(movements.map((m) => m.share.coins)),
  ];
  return [tx.query({ name: 'lot-movements-insert', text }, columns)];
}

function writeDiamondLots(tx: Queryable, { diamondLots }: Books): Promise<unknown>[] {
  if (diamondLots.length === 0) return [];
  const text = `
    INSERT INTO diamond_lots (account_id, matures_at, lot_id, source_account_id, granted, remaining)
    SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::uuid[], $4::text[], $5::bigint[], $6::bigint[])`;
  const columns = [
    textArrayOf(diamondLots.map((l) => l.accountId)),
    instants(diamondLots.map((l) => l.maturesAt)),
    textArrayOf(diamondLots.map((l) => l.lotId)),
    textArrayOf(diamondLots.map((l) => l.sourceAccountId)),
    arrayOf(diamondLots.map((l) => l.diamonds)),
    arrayOf(diamondLots.map((l) => l.diamonds - l.repaid)),
  ];
  return [tx.query({ name: 'diamond-lots-insert', text }, columns)];
}

/** Diamonds that paid a debt left their lot with the gift that brought them, whose id is the lot's. */
function writeRepayments(tx: Queryable, { diamondLots }: Books): Promise<unknown>[] {
  const repaid = diamondLots.filter((lot) => lot.repaid > 0n);
  if (repaid.length === 0) return [];
  const text = `
    INSERT INTO diamond_movements (account_id, transaction_id, lot_id, reason, diamonds)
    SELECT account_id, lot_id, lot_id, 'repaid', diamonds
    FROM unnest($1::text[], $2::uuid[], $3::bigint[]) AS r(account_id, lot_id, diamonds)`;
  const columns = [
    textArrayOf(repaid.map((lot) => lot.accountId)),
    textArrayOf(repaid.map((lot) => lot.lotId)),
    arrayOf(repaid.map((lot) => lot.repaid)),
  ];
  return [tx.query(text, columns)];
}

function writeHolds(tx: Queryable, { newHolds, changedHolds }: Books): Promise<unknown>[] {
  const writes: Promise<unknown>[] = [];
  for (const { accountId, transactionId, hold } of newHolds) {
    const text = `
      INSERT INTO holds (account_id, transaction_id, purpose, captured, coins, diamonds, lots, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
    const lots = JSON.stringify(hold.shares.map((s) => [s.lotId, s.kind, Number(s.coins)]));
    const values = [hold.purpose, hold.captured, hold.coins, hold.diamonds, lots, new Date(hold.expiresAt)];
    writes.push(tx.query(text, [accountId, transactionId, ...values]));
  }
  for (const { accountId, transactionId, hold, endedAt, endedBy } of changedHolds) {
    const text = `
      UPDATE holds SET purpose = $3, captured = $4, expires_at = $5, ended_at = $6, ended_by = $7
      WHERE account_id = $1 AND transaction_id = $2 AND ended_at IS NULL`;
    const ended = endedAt === null ? null : new Date(endedAt);
    const values = [hold.purpose, hold.captured, new Date(hold.expiresAt), ended, endedBy];
    writes.push(tx.query(text, [accountId, transactionId, ...values]));
  }
  return writes;
}

/** Changes what is left of known lots; the caller has found them under the locks of their wallets. */
function changeDiamonds(tx: Queryable, { diamondChanges }: Books): Promise<unknown>[] {
  if (diamondChanges.length === 0) return [];
  const text = `
    WITH change AS (
      SELECT * FROM unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::uuid[], $5::bigint[])
        AS c(account_id, transaction_id, matures_at, lot_id, diamonds)
    ), moved AS (
      INSERT INTO diamond_movements (account_id, transaction_id, lot_id, reason, diamonds)
      SELECT account_id, transaction_id, lot_id, CASE WHEN diamonds > 0 THEN 'clawed' ELSE 'reinstated' END, abs(diamonds)
      FROM change
    )
    UPDATE diamond_lots d SET remaining = d.remaining - c.diamonds FROM change c
    WHERE d.account_id = c.account_id AND d.matures_at = c.matures_at AND d.lot_id = c.lot_id
    RETURNING d.lot_id`;
  const columns = [
    textArrayOf(diamondChanges.map((c) => c.accountId)),
    textArrayOf(diamondChanges.map((c) => c.transactionId)),
    instants(diamondChanges.map((c) => c.maturesAt)),
    textArrayOf(diamondChanges.map((c) => c.lotId)),
    arrayOf(diamondChanges.map((c) => c.diamonds)),
  ];
  return [
    tx.query<{ lot_id: string }>(text, columns).then((rows) => {
      if (rows.length !== diamondChanges.length) throw new Error('a diamond lot to change is missing');
    }),
  ];
}

/**
 * Takes matured diamonds from the oldest lots and records which. Wishes of one account line up one behind the other on
 * the running total of its lots; where a wish and a lot overlap, that much is taken.
 */
function takeDiamonds(tx: Queryable, { diamondsTaken }: Books): Promise<unknown>[] {
  if (diamondsTaken.length === 0) return [];
  const reached = new Map<string, bigint>();
  const froms = diamondsTaken.map(({ accountId, diamonds }) => {
    const from = reached.get(accountId) ?? 0n;
    reached.set(accountId, from + diamonds);
    return from;
  });
  const text = `
    WITH wish AS (
      SELECT * FROM unnest($1::text[], $2::uuid[], $3::bigint[], $4::bigint[], $5::timestamptz[])
        AS w(account_id, transaction_id, lo, hi, at)
    ), lot AS (
      SELECT l.account_id, l.matures_at, l.lot_id,
             sum(l.remaining) OVER up_to - l.remaining AS lo, sum(l.remaining) OVER up_to AS hi
      FROM (SELECT account_id, max(at) AS at FROM wish GROUP BY account_id) a
      JOIN diamond_lots l ON l.account_id = a.account_id AND l.matures_at <= a.at AND l.remaining > 0
      WINDOW up_to AS (PARTITION BY l.account_id ORDER BY l.matures_at, l.lot_id)
    ), taken AS (
      SELECT l.account_id, w.transaction_id, l.matures_at, l.lot_id, least(l.hi, w.hi) - greatest(l.lo, w.lo) AS diamonds
      FROM wish w JOIN lot l ON l.account_id = w.account_id AND l.lo < w.hi AND l.hi > w.lo
    ), emptied AS (
      UPDATE diamond_lots d SET remaining = d.remaining - t.diamonds
      FROM (SELECT account_id, matures_at, lot_id, sum(diamonds) AS diamonds FROM taken GROUP BY 1, 2, 3) t
      WHERE d.account_id = t.account_id AND d.matures_at = t.matures_at AND d.lot_id = t.lot_id
    ), moved AS (
      INSERT INTO diamond_movements (account_id, transaction_id, lot_id, reason, diamonds)
      SELECT account_id, transaction_id, lot_id, 'spent', diamonds FROM taken RETURNING diamonds
    )
    SELECT coalesce(sum(diamonds), 0)::bigint AS diamonds FROM moved`;
  const columns = [
    textArrayOf(diamondsTaken.map((d) => d.accountId)),
    textArrayOf(diamondsTaken.map((d) => d.transactionId)),
    arrayOf(froms),
    arrayOf(diamondsTaken.map((d, i) => froms[i]! + d.diamonds)),
    instants(diamondsTaken.map((d) => d.at)),
  ];
  const wanted = diamondsTaken.reduce((sum, d) => sum + d.diamonds, 0n);
  return [
    tx.query<{ diamonds: bigint }>({ name: 'diamond-lots-take', text }, columns).then(([row]) => {
      if (row?.diamonds !== wanted) throw new Error(`diamond lots gave ${row?.diamonds} of ${wanted}`);
    }),
  ];
}
