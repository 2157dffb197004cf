import type { Finding, FindingKind, Ring, RingStatus } from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';

export interface RingRow {
  ring_id: string;
  status: RingStatus;
  score: number;
  kinds: FindingKind[];
  members: number;
  amount: bigint;
  center_id: string;
  first_at: Date;
  last_at: Date;
  judged_score: number | null;
  judged_at: Date | null;
  judged_by: string | null;
  judged_reason: string | null;
}

export const RING_COLUMNS = `ring_id, status, score, kinds, members, amount, center_id, first_at, last_at, judged_score,
  judged_at, judged_by, judged_reason`;

/** The rings the accounts belong to, with all their members and findings. */
export async function readRingsOf(
  tx: Queryable,
  accountIds: readonly string[],
): Promise<Pick<Ring, 'ringId' | 'madeAt' | 'accounts' | 'findings'>[]> {
  const rows = await tx.query<{ ring_id: string; first_at: Date; accounts: string[]; findings: Finding[] }>(
    {
      name: 'links-rings-of',
      text: `
        SELECT r.ring_id, r.first_at,
               ARRAY(SELECT account_id FROM ring_members m WHERE m.ring_id = r.ring_id ORDER BY account_id) AS accounts,
               (SELECT json_agg(finding) FROM ring_findings f WHERE f.ring_id = r.ring_id) AS findings
        FROM rings r
        WHERE r.ring_id = ANY(ARRAY(SELECT ring_id FROM ring_members WHERE account_id = ANY($1::text[])))`,
    },
    [textArrayOf(accountIds)],
  );
  return rows.map((row) => ({
    ringId: row.ring_id,
    madeAt: row.first_at.getTime(),
    accounts: new Set(row.accounts),
    findings: new Map((row.findings ?? []).map((finding) => [finding.key, finding])),
  }));
}

/** A ring as it is written, with what its list shows. */
export interface RingSummary {
  readonly ring: Ring;
  readonly kinds: readonly FindingKind[];
  readonly amount: number;
  readonly centerId: string;
  /** Kind of the strongest finding. */
  readonly strongest: FindingKind;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** A judged ring comes up again when this much more speaks against it than the person saw. */
const NEWS_SCORE = 100;

export async function writeRings(tx: Queryable, summaries: readonly RingSummary[]): Promise<void> {
  if (summaries.length === 0) return;
  const instants = (pick: (s: RingSummary) => number) =>
    textArrayOf(summaries.map((s) => new Date(pick(s)).toISOString()));
  await tx.query(
    `INSERT INTO rings AS r (ring_id, score, kinds, members, amount, center_id, first_at, last_at)
     SELECT ring_id, score, string_to_array(kinds, ' '), members, amount, center_id, first_at, last_at
     FROM unnest($1::uuid[], $2::int[], $3::text[], $4::int[], $5::bigint[], $6::text[], $7::timestamptz[],
                 $8::timestamptz[])
       AS n(ring_id, score, kinds, members, amount, center_id, first_at, last_at)
     ON CONFLICT (ring_id) DO UPDATE
     SET score = excluded.score, kinds = excluded.kinds, members = excluded.members, amount = excluded.amount,
         center_id = excluded.center_id, last_at = excluded.last_at,
         status = CASE WHEN ${IS_NEWS} THEN 'open' ELSE r.status END,
         judged_at = CASE WHEN ${IS_NEWS} THEN NULL ELSE r.judged_at END`,
    [
      textArrayOf(summaries.map((s) => s.ring.ringId)),
      arrayOf(summaries.map((s) => s.ring.score)),
      textArrayOf(summaries.map((s) => s.kinds.join(' '))),
      arrayOf(summaries.map((s) => s.ring.members)),
      arrayOf(summaries.map((s) => s.amount)),
      textArrayOf(summaries.map((s) => s.centerId)),
      instants((s) => s.firstAt),
      instants((s) => s.lastAt),
    ],
  );
  const members = summaries.flatMap(({ ring }) => [...ring.accounts].map((id) => [ring.ringId, id] as const));
  await tx.query(
    `INSERT INTO ring_members (ring_id, account_id) SELECT * FROM unnest($1::uuid[], $2::text[])
     ON CONFLICT DO NOTHING`,
    [textArrayOf(members.map(([id]) => id)), textArrayOf(members.map(([, id]) => id))],
  );
  const findings = summaries.flatMap(({ ring }) =>
    [...ring.findings.values()].map((finding) => ({ ringId: ring.ringId, finding })),
  );
  await tx.query(
    `INSERT INTO ring_findings (ring_id, key, score, finding)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::int[], $4::json[])
     ON CONFLICT (ring_id, key) DO UPDATE SET score = excluded.score, finding = excluded.finding`,
    [
      textArrayOf(findings.map((f) => f.ringId)),
      textArrayOf(findings.map((f) => f.finding.key)),
      arrayOf(findings.map((f) => f.finding.score)),
      textArrayOf(findings.map((f) => JSON.stringify(f.finding))),
    ],
  );
}

const IS_NEWS = `(r.status = 'dismissed' AND excluded.score >= r.judged_score + ${NEWS_SCORE})`;

/** What a person confirmed of a ring holds for the one it became part of. */
export async function carryJudgements(tx: Queryable, absorbed: ReadonlyMap<string, string>): Promise<void> {
  if (absorbed.size === 0) return;
  await tx.query(
    `UPDATE rings r SET status = 'confirmed', judged_score = a.judged_score, judged_at = a.judged_at,
                        judged_by = a.judged_by, judged_reason = a.judged_reason
     FROM unnest($1::uuid[], $2::uuid[]) AS m(part_id, ring_id) JOIN rings a ON a.ring_id = m.part_id
     WHERE r.ring_id = m.ring_id AND a.status = 'confirmed' AND r.status = 'open'`,
    [textArrayOf([...absorbed.keys()]), textArrayOf([...absorbed.values()])],
  );
}

/** Takes away rings that turned out to be part of another; their members and findings have moved there. */
export async function dropRings(tx: Queryable, ringIds: readonly string[]): Promise<void> {
  if (ringIds.length === 0) return;
  await tx.query('DELETE FROM rings WHERE ring_id = ANY($1::uuid[])', [textArrayOf(ringIds)]);
}

export async function lockRing(tx: Queryable, ringId: string): Promise<RingRow | null> {
  const text = `SELECT ${RING_COLUMNS} FROM rings WHERE ring_id = $1 FOR UPDATE`;
  return (await tx.query<RingRow>(text, [ringId]))[0] ?? null;
}

export interface Judgement {
  readonly status: RingStatus;
  readonly score: number;
  readonly at: number;
  readonly staffId: string;
  readonly reason: string;
}

/** An open ring carries no judgement. */
export async function writeJudgement(tx: Queryable, ringId: string, judgement: Judgement): Promise<void> {
  const { status, score, at, staffId, reason } = judgement;
  const judged = status === 'open' ? [null, null, null, null] : [score, new Date(at), staffId, reason];
  await tx.query(
    `UPDATE rings SET status = $2, judged_score = $3, judged_at = $4, judged_by = $5, judged_reason = $6
     WHERE ring_id = $1`,
    [ringId, status, ...judged],
  );
}

export async function readRingMembers(db: Queryable, ringId: string): Promise<string[]> {
  const rows = await db.query<{ account_id: string }>(
    'SELECT account_id FROM ring_members WHERE ring_id = $1 ORDER BY account_id',
    [ringId],
  );
  return rows.map((row) => row.account_id);
}

export async function readRingFindings(db: Queryable, ringId: string): Promise<Finding[]> {
  const rows = await db.query<{ finding: Finding }>(
    'SELECT finding FROM ring_findings WHERE ring_id = $1 ORDER BY score DESC, key',
    [ringId],
  );
  return rows.map((row) => row.finding);
}
