import type { Queryable } from './sql.js';

export interface BoundedCount {
  readonly total: number;
  /** Off where the total is the planner's estimate. */
  readonly exact: boolean;
}

/** How many rows a query has: counted up to `exactUpTo`, beyond that as the planner estimates them. */
export async function boundedCount(
  db: Queryable,
  query: { readonly text: string; readonly values: readonly unknown[] },
  exactUpTo: number,
): Promise<BoundedCount> {
  const values = [...query.values];
  const [counted] = await db.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM (${query.text} LIMIT ${exactUpTo + 1}) AS bounded`,
    values,
  );
  const total = counted?.total ?? 0;
  if (total <= exactUpTo) return { total, exact: true };
  const [plan] = await db.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    `EXPLAIN (FORMAT JSON) ${query.text}`,
    values,
  );
  return { total: Math.max(total, plan?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0), exact: false };
}
