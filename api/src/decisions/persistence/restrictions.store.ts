import type { StatusBecause } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** Restricts accounts whose wallets the batch holds; in the order of their ids, like everybody who locks several. */
export async function writeRestrictions(
  tx: Queryable,
  restricted: readonly { readonly accountId: string; readonly because: StatusBecause }[],
): Promise<void> {
  await tx.query(
    {
      name: 'batch-restrict',
      text: `UPDATE accounts a
             SET status = 'restricted', status_because = n.because::json,
                 updated_at = to_timestamp((n.because::json ->> 'at')::float8 / 1000)
             FROM unnest($1::text[], $2::text[]) AS n(account_id, because)
             WHERE a.account_id = n.account_id`,
    },
    [
      textArrayOf(restricted.map((r) => r.accountId)),
      textArrayOf(restricted.map((r) => JSON.stringify(r.because))),
    ],
  );
}
