import type { SearchHit } from '@coinwarden/contracts';
import type { TransactionKind, TransactionStatus } from '@coinwarden/domain';
import { SEARCHED_ROWS, searchHit } from '../../platform/search/search-source.js';

export interface TransactionHitRow {
  account_id: string;
  transaction_id: string;
  kind: TransactionKind;
  status: TransactionStatus;
  coins: bigint;
  amount_minor: bigint | null;
  currency: string | null;
  decided_at: Date;
}

/** The transactions whose ids a query finds, each by its index, the latest first. */
export const transactionsAmong = (ids: string): string => `
  SELECT account_id, transaction_id, kind, status, coins, amount_minor, currency, decided_at FROM transactions
  WHERE transaction_id = ANY(ARRAY(${ids})) ORDER BY transaction_id DESC LIMIT ${SEARCHED_ROWS}`;

export const transactionHit = (row: TransactionHitRow): SearchHit =>
  searchHit({
    id: row.transaction_id,
    title: row.transaction_id,
    detail: row.account_id,
    status: row.status,
    type: row.kind,
    at: row.decided_at.toISOString(),
    coins: Number(row.coins),
    money:
      row.amount_minor === null || row.currency === null
        ? null
        : { amountMinor: Number(row.amount_minor), currency: row.currency },
  });
