import type {
  AccountTransactions,
  AccountTransactionsQuery,
  TransactionSummary,
} from '@coinwarden/contracts';
import type { Outcome, TransactionKind, TransactionStatus } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../platform/database/sql.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readAccount } from '../persistence/accounts.store.js';

interface Row {
  transaction_id: string;
  kind: TransactionKind;
  account_id: string;
  counterparty_id: string | null;
  outcome: Outcome;
  status: TransactionStatus;
  score: number;
  coins: bigint;
  diamonds: bigint;
  amount_minor: bigint | null;
  currency: string | null;
  occurred_at: Date;
  decided_at: Date;
  cursor: string;
}

const COLUMNS = `t.transaction_id, t.kind, t.account_id, t.counterparty_id, t.outcome, t.status, t.score, t.coins,
  t.diamonds, t.amount_minor, t.currency, t.occurred_at, t.decided_at`;

/** Ids are in the order of time, so the last one seen is all a cursor needs. */
const SENT = {
  name: 'account-transactions-sent',
  text: `SELECT ${COLUMNS}, t.transaction_id::text AS cursor FROM transactions t
         WHERE t.account_id = $1 AND t.transaction_id < $2 AND ($3::text IS NULL OR t.kind = $3)
         ORDER BY t.transaction_id DESC LIMIT $4`,
};

/**
 * A gift received is the lot of diamonds it became; the lot carries the gift's id and its sender. In the order in which
 * they mature, which is that of their arrival and of the lots' key.
 */
const RECEIVED = {
  name: 'account-transactions-received',
  text: `SELECT ${COLUMNS}, extract(epoch FROM l.matures_at)::bigint || '.' || l.lot_id AS cursor
         FROM diamond_lots l
         JOIN transactions t ON t.account_id = l.source_account_id AND t.transaction_id = l.lot_id
         WHERE l.account_id = $1 AND (l.matures_at, l.lot_id) < ($5, $2) AND ($3::text IS NULL OR t.kind = $3)
         ORDER BY l.matures_at DESC, l.lot_id DESC LIMIT $4`,
};

/** An account's own transactions, or the gifts it received, newest first. */
@Injectable()
export class AccountTransactionList {
  constructor(private readonly db: UnitOfWork) {}

  async page(accountId: string, query: AccountTransactionsQuery): Promise<AccountTransactions> {
    if (!(await readAccount(this.db, accountId)))
      throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
    const rows = await readPage(this.db, accountId, query);
    const shown = rows.slice(0, query.limit);
    const more = rows.length > shown.length;
    return { items: shown.map(toSummary), nextCursor: more ? shown.at(-1)!.cursor : null };
  }
}

function readPage(db: Queryable, accountId: string, query: AccountTransactionsQuery): Promise<Row[]> {
  const kind = query.kind ?? null;
  const rows = query.limit + 1;
  if (query.direction === 'sent') {
    const { id } = parseCursor(query.cursor, SENT_CURSOR);
    return db.query<Row>(SENT, [accountId, id, kind, rows]);
  }
  const { id, seconds } = parseCursor(query.cursor, RECEIVED_CURSOR);
  const maturesAt = seconds === undefined ? 'infinity' : new Date(Number(seconds) * 1_000);
  return db.query<Row>(RECEIVED, [accountId, id, kind, rows, maturesAt]);
}

const BEYOND_EVERY_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const SENT_CURSOR = /^(?<id>[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/;
const RECEIVED_CURSOR = /^(?<seconds>\d{1,11})\.(?<id>[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/;

function parseCursor(
  cursor: string | undefined,
  shape: RegExp,
): { id: string; seconds?: string | undefined } {
  if (cursor === undefined) return { id: BEYOND_EVERY_ID };
  const { id, seconds } = shape.exec(cursor)?.groups ?? {};
  if (id !== undefined) return { id, seconds };
  const errors = [{ pointer: '/query/cursor', detail: 'must be the nextCursor of an earlier page' }];
  throw new ProblemError('request.invalid', 'The cursor is not one of ours.', errors);
}

const toSummary = (row: Row): TransactionSummary => ({
  transactionId: row.transaction_id,
  kind: row.kind,
  accountId: row.account_id,
  counterpartyId: row.counterparty_id,
  outcome: row.outcome,
  status: row.status,
  score: row.score,
  coins: Number(row.coins),
  diamonds: Number(row.diamonds),
  money:
    row.amount_minor === null || row.currency === null
      ? null
      : { amountMinor: Number(row.amount_minor), currency: row.currency },
  occurredAt: row.occurred_at.toISOString(),
  decidedAt: row.decided_at.toISOString(),
});
