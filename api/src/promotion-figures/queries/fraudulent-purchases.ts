import { type Instant, idFloor } from '@coinwarden/domain';
import { readLabels } from '../../backtests/backtests.public.js';
import type { Queryable } from '../../platform/database/sql.js';

/** Transactions between two ids that a dispute, a refund or a person calls fraud. */
export async function fraudBetween(
  db: Queryable,
  { firstId, lastId }: { readonly firstId: string; readonly lastId: string },
): Promise<string[]> {
  const labels = await readLabels(db, { firstId, lastId, reviewed: [] });
  return [...labels].flatMap(([transactionId, said]) =>
    said.some(({ fraud }) => fraud) ? [transactionId] : [],
  );
}

/** The same of a stretch of time. */
export const fraudSince = (db: Queryable, from: Instant, until: Instant): Promise<string[]> =>
  fraudBetween(db, { firstId: idFloor(from), lastId: idFloor(until) });
