import { permissionsOf, type ReviewerSkills, ROLE_KEYS } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

const WORKING = ROLE_KEYS.filter((role) => permissionsOf(role).has('case.work'));

export interface ReviewerRow {
  id: string;
  name: string;
  role: string;
  skills: string[] | null;
  languages: string[] | null;
}

/** What somebody can be handed; null when nobody has said. */
export async function readReviewer(db: Queryable, staffId: string): Promise<ReviewerSkills | null> {
  const text = 'SELECT skills, languages FROM case_reviewers WHERE staff_id = $1';
  const [row] = await db.query<ReviewerSkills>(text, [staffId]);
  return row ?? null;
}

const ALL = `
  SELECT s.staff_id::text AS id, s.name, s.role, r.skills, r.languages
  FROM staff s LEFT JOIN case_reviewers r ON r.staff_id = s.staff_id::text
  WHERE s.status = 'active' AND s.role = ANY($1::text[])`;

/** Everybody who may work cases. */
export const readReviewers = (db: Queryable): Promise<ReviewerRow[]> =>
  db.query<ReviewerRow>(`${ALL} ORDER BY s.name, s.staff_id`, [WORKING]);

/** An active member of staff who may work cases, or null. */
export async function readAssignable(db: Queryable, staffId: string): Promise<ReviewerRow | null> {
  const [row] = await db.query<ReviewerRow>(`${ALL} AND s.staff_id::text = $2`, [WORKING, staffId]);
  return row ?? null;
}

export async function writeReviewer(
  tx: Queryable,
  reviewer: ReviewerSkills & { staffId: string; at: number },
): Promise<void> {
  await tx.query(
    `INSERT INTO case_reviewers (staff_id, skills, languages, changed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (staff_id) DO UPDATE
       SET skills = excluded.skills, languages = excluded.languages, changed_at = excluded.changed_at`,
    [reviewer.staffId, reviewer.skills, reviewer.languages, new Date(reviewer.at)],
  );
}
