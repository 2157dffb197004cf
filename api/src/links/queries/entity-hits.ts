import { masked, type PersonalDetail } from '@coinwarden/domain';
import type { StaffActor } from '../../platform/access/actor.js';
import { type LookUp, SEARCHED_ROWS, searchHit } from '../../platform/search/search-source.js';

interface EntityHitRow {
  entity: string;
  account_id: string;
  display_name: string | null;
  status: string | null;
  last_at: Date;
  accounts: number;
}

/** An address that many share is counted as far as anybody would read. */
const COUNTED = 1_000;

const FOUND = `
  SELECT e.entity, e.account_id, a.display_name, a.status, e.last_at, n.accounts
  FROM unnest($1::text[]) AS w(entity)
  CROSS JOIN LATERAL (SELECT entity, account_id, last_at FROM link_entities WHERE entity = w.entity
                      ORDER BY account_id LIMIT ${SEARCHED_ROWS}) AS e
  CROSS JOIN LATERAL (SELECT count(*)::int AS accounts FROM (
                        SELECT FROM link_entities WHERE entity = w.entity LIMIT ${COUNTED}) AS few) AS n
  LEFT JOIN accounts a ON a.account_id = e.account_id
  ORDER BY e.last_at DESC LIMIT ${SEARCHED_ROWS}`;

/** The accounts that were seen with something, found by all of it whoever asks: it is only shown as they may see it. */
export const entityLookUp = (
  entities: readonly string[],
  detail: PersonalDetail,
  { permissions }: StaffActor,
): LookUp => ({
  text: FOUND,
  values: [[...entities]],
  hit: (row: EntityHitRow) =>
    searchHit({
      id: row.account_id,
      title: row.display_name ?? row.account_id,
      detail: masked(permissions, detail, row.entity.slice(row.entity.lastIndexOf(':') + 1)),
      status: row.status,
      at: row.last_at.toISOString(),
      count: row.accounts,
    }),
});
