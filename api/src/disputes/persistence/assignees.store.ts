import { permissionsOf, ROLE_KEYS } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

const ANSWERING = ROLE_KEYS.filter((role) => permissionsOf(role).has('dispute.respond'));

/** An active member of staff who may answer disputes, or null. */
export async function readAssignable(
  db: Queryable,
  staffId: string,
): Promise<{ id: string; name: string } | null> {
  const text = `
    SELECT staff_id::text AS id, name FROM staff
    WHERE staff_id::text = $1 AND status = 'active' AND role = ANY($2::text[])`;
  const [row] = await db.query<{ id: string; name: string }>(text, [staffId, ANSWERING]);
  return row ?? null;
}
