import type { RefundBulkFilter, RefundBulkRequest } from '@coinwarden/contracts';
import type { Queryable } from '../../platform/database/sql.js';
import { ProblemError } from '../../platform/http/problem-error.js';

/** Ids are UUIDv7, so a stretch of time is a range of ids. */
const firstIdAt = (at: string): string => {
  const hex = Date.parse(at).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

/** The purchases a bulk covers, each once, oldest first. Throws `request.invalid` when they are none, or too many. */
export async function purchasesOfBulk(
  db: Queryable,
  { purchaseIds, filter }: RefundBulkRequest,
  max: number,
): Promise<string[]> {
  const ids = filter ? await matching(db, filter, max) : [...new Set(purchaseIds)];
  const pointer = filter ? '/filter' : '/purchaseIds';
  const invalid = (detail: string) => new ProblemError('request.invalid', undefined, [{ pointer, detail }]);
  if (ids.length === 0) throw invalid('fits no purchase');
  if (ids.length > max) throw invalid(`covers more than ${max} purchases; make several bulks of it`);
  return ids;
}

async function matching(db: Queryable, filter: RefundBulkFilter, max: number): Promise<string[]> {
  const values: unknown[] = [];
  const param = (value: unknown) => `$${values.push(value)}`;
  const conditions = [
    "kind = 'purchase'",
    "status IN ('posted', 'held')",
    `transaction_id >= ${param(firstIdAt(filter.from))}::uuid`,
    `transaction_id < ${param(firstIdAt(filter.to))}::uuid`,
  ];
  const equals = (expression: string, value: string | undefined) => {
    if (value !== undefined) conditions.push(`${expression} = ${param(value)}`);
  };
  equals('account_id', filter.accountId);
  equals('currency', filter.currency);
  equals("request ->> 'packageId'", filter.packageId);
  equals("request -> 'payment' ->> 'provider'", filter.provider);
  equals("request -> 'payment' ->> 'instrument'", filter.instrument);
  const rows = await db.query<{ transaction_id: string }>(
    `SELECT transaction_id FROM transactions WHERE ${conditions.join(' AND ')}
     ORDER BY transaction_id LIMIT ${param(max + 1)}`,
    values,
  );
  return rows.map((row) => row.transaction_id);
}
