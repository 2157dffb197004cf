import { decodeVelocity, emptyVelocity, type VelocityState } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** What accounts and other entities remember today; empty where nothing is known. Nothing is locked. */
export async function readRemembered(
  db: Queryable,
  { accountIds, entities }: { accountIds: readonly string[]; entities: readonly string[] },
): Promise<(of: { account: string } | { entity: string }) => VelocityState> {
  const [wallets, others] = await Promise.all([
    db.query<{ id: string; velocity: string }>(
      'SELECT account_id AS id, velocity FROM wallets WHERE account_id = ANY($1)',
      [accountIds],
    ),
    db.query<{ id: string; velocity: string }>(
      'SELECT entity AS id, state AS velocity FROM velocity WHERE entity = ANY($1)',
      [entities],
    ),
  ]);
  const stateIn = (rows: readonly { id: string; velocity: string }[], id: string) => {
    const row = rows.find((found) => found.id === id);
    return row ? decodeVelocity(row.velocity) : emptyVelocity();
  };
  return (of) => ('account' in of ? stateIn(wallets, of.account) : stateIn(others, of.entity));
}
