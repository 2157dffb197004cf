import type { SavedView, SavedViewCreate, ViewQuery } from '@coinwarden/contracts';
import type { StaffActor } from '../../platform/access/actor.js';
import type { Queryable } from '../../platform/database/sql.js';

export interface SavedViewRow {
  view_id: string;
  owner_id: string;
  owner_name: string;
  resource: string;
  name: string;
  query: ViewQuery;
  shared: boolean;
  preferred: boolean;
}

const SEEN = `
  SELECT v.view_id, v.owner_id, s.name AS owner_name, v.resource, v.name, v.query, v.shared, d.view_id IS NOT NULL AS preferred
  FROM saved_views v JOIN staff s ON s.staff_id = v.owner_id
  LEFT JOIN saved_view_defaults d ON d.staff_id = $1 AND d.view_id = v.view_id
  WHERE (v.owner_id = $1 OR v.shared)`;

/** One's own and those that are shared, in the order of their names. */
export const readViews = (db: Queryable, staffId: string, resource: string): Promise<SavedViewRow[]> =>
  db.query(`${SEEN} AND v.resource = $2 ORDER BY lower(v.name), v.view_id`, [staffId, resource]);

/** As the asker sees it, or null; locked until the end of the transaction. */
export async function lockView(tx: Queryable, staffId: string, viewId: string): Promise<SavedViewRow | null> {
  const [row] = await tx.query<SavedViewRow>(`${SEEN} AND v.view_id = $2 FOR UPDATE OF v`, [staffId, viewId]);
  return row ?? null;
}

/** Locks the person, so that two at once count each other. */
export async function countViews(tx: Queryable, staffId: string): Promise<number> {
  await tx.query('SELECT FROM staff WHERE staff_id = $1 FOR UPDATE', [staffId]);
  const [row] = await tx.query<{ views: number }>(
    'SELECT count(*)::int AS views FROM saved_views WHERE owner_id = $1',
    [staffId],
  );
  return row?.views ?? 0;
}

export async function isNameTaken(
  tx: Queryable,
  view: { ownerId: string; resource: string; name: string; except?: string },
): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM saved_views WHERE owner_id = $1 AND resource = $2 AND lower(name) = lower($3) AND view_id::text <> $4`,
    [view.ownerId, view.resource, view.name, view.except ?? ''],
  );
  return rows.length > 0;
}

export const insertView = (
  tx: Queryable,
  { viewId, ownerId, at, view }: { viewId: string; ownerId: string; at: Date; view: SavedViewCreate },
) =>
  tx.query(
    `INSERT INTO saved_views (view_id, owner_id, resource, name, query, shared, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [viewId, ownerId, view.resource, view.name, JSON.stringify(view.query), view.shared, at],
  );

export const updateView = (tx: Queryable, row: SavedViewRow, at: Date) =>
  tx.query('UPDATE saved_views SET name = $2, query = $3, shared = $4, changed_at = $5 WHERE view_id = $1', [
    row.view_id,
    row.name,
    JSON.stringify(row.query),
    row.shared,
    at,
  ]);

export const deleteView = (tx: Queryable, viewId: string) =>
  tx.query('DELETE FROM saved_views WHERE view_id = $1', [viewId]);

/** What is shared no longer is nobody else's beginning. */
export const forgetOthers = (tx: Queryable, row: SavedViewRow) =>
  tx.query('DELETE FROM saved_view_defaults WHERE view_id = $1 AND staff_id <> $2', [
    row.view_id,
    row.owner_id,
  ]);

export const prefer = (tx: Queryable, staffId: string, row: Pick<SavedViewRow, 'resource' | 'view_id'>) =>
  tx.query(
    `INSERT INTO saved_view_defaults (staff_id, resource, view_id) VALUES ($1, $2, $3)
     ON CONFLICT (staff_id, resource) DO UPDATE SET view_id = excluded.view_id`,
    [staffId, row.resource, row.view_id],
  );

export const preferNoMore = (tx: Queryable, staffId: string, viewId: string) =>
  tx.query('DELETE FROM saved_view_defaults WHERE staff_id = $1 AND view_id = $2', [staffId, viewId]);

/** A view is changed by its maker; one that is shared can also be removed by who runs the installation. */
export const mayRemove = (row: SavedViewRow, actor: StaffActor): boolean =>
  row.owner_id === actor.id || actor.permissions.has('staff.write');

export const viewRecord =
  (actor: StaffActor) =>
  (row: SavedViewRow): SavedView => ({
    id: row.view_id,
    resource: row.resource,
    name: row.name,
    query: row.query,
    shared: row.shared,
    preferred: row.preferred,
    mine: row.owner_id === actor.id,
    ownerName: row.owner_name,
    allowedActions: [
      ...(row.owner_id === actor.id ? (['edit'] as const) : []),
      ...(mayRemove(row, actor) ? (['remove'] as const) : []),
    ],
  });
