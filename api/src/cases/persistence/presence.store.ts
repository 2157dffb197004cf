import type { Queryable } from '../../platform/database/sql.js';

/** Three missed heartbeats. */
const SEEN_FOR_MS = 45_000;

export interface Presence {
  readonly staffId: string;
  readonly name: string;
  readonly seenAt: number;
}

export async function notePresence(
  db: Queryable,
  seen: { caseId: string; staffId: string; name: string; at: number },
): Promise<void> {
  await db.query(
    `INSERT INTO case_presence (case_id, staff_id, name, seen_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (case_id, staff_id) DO UPDATE SET name = excluded.name, seen_at = excluded.seen_at`,
    [seen.caseId, seen.staffId, seen.name, new Date(seen.at)],
  );
}

/** Who else has it open. */
export async function readPresence(
  db: Queryable,
  { caseId, except, now }: { caseId: string; except: string; now: number },
): Promise<Presence[]> {
  const rows = await db.query<{ staff_id: string; name: string; seen_at: Date }>(
    `SELECT staff_id, name, seen_at FROM case_presence
     WHERE case_id = $1 AND staff_id <> $2 AND seen_at > $3 ORDER BY name`,
    [caseId, except, new Date(now - SEEN_FOR_MS)],
  );
  return rows.map((row) => ({ staffId: row.staff_id, name: row.name, seenAt: row.seen_at.getTime() }));
}

export async function forgetPresence(db: Queryable, now: number): Promise<void> {
  await db.query('DELETE FROM case_presence WHERE seen_at < $1', [new Date(now - SEEN_FOR_MS)]);
}
