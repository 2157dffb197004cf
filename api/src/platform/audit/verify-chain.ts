import type { Queryable } from '../database/sql.js';
import { chainHash, GENESIS_HASH } from './audit-chain.js';

const PAGE_ROWS = 5_000;

interface Row {
  seq: bigint;
  at: Date;
  actor_type: string;
  actor_id: string;
  action: string;
  subject_type: string;
  subject_id: string;
  reason: string | null;
  details: Record<string, unknown>;
  hash: Buffer;
}

export type ChainVerdict =
  /** `headHash` noted elsewhere proves later that nothing before it was rewritten, not even with all its hashes. */
  | { readonly intact: true; readonly entries: bigint; readonly headHash: string }
  | { readonly intact: false; readonly seq: bigint; readonly problem: string };

const broken = (seq: bigint, problem: string): ChainVerdict => ({ intact: false, seq, problem });

/**
 * Walks the audit log from its first entry in pages of bounded memory and names the first that is missing, changed or
 * out of place. Entries appended meanwhile do not disturb it.
 */
export async function verifyAuditChain(db: Queryable): Promise<ChainVerdict> {
  const [ends] = await db.query<{ seq: bigint; hash: Buffer; last: bigint }>(
    'SELECT seq, hash, (SELECT coalesce(max(seq), 0) FROM audit_log) AS last FROM audit_head',
  );
  if (!ends) return broken(0n, 'the head of the chain is missing');
  let previous: Buffer = GENESIS_HASH;
  let next = 1n;
  while (next <= ends.seq) {
    const rows = await db.query<Row>(
      `SELECT seq, at, actor_type, actor_id, action, subject_type, subject_id, reason, details, hash
         FROM audit_log WHERE seq >= $1 AND seq <= $2 ORDER BY seq LIMIT ${PAGE_ROWS}`,
      [next, ends.seq],
    );
    if (rows.length === 0) return broken(next, 'the entry is missing');
    for (const row of rows) {
      if (row.seq !== next) return broken(next, 'the entry is missing');
      if (!row.hash.equals(hashOf(row, previous))) return broken(next, 'the entry does not match its hash');
      previous = row.hash;
      next += 1n;
    }
  }
  if (!previous.equals(ends.hash))
    return broken(ends.seq, 'the entry is not the one the head of the chain names');
  if (ends.last > ends.seq) return broken(ends.seq + 1n, 'the entry stands behind the head of the chain');
  return { intact: true, entries: ends.seq, headHash: previous.toString('hex') };
}

const hashOf = (row: Row, previous: Buffer): Buffer =>
  chainHash(previous, {
    seq: row.seq,
    at: row.at.getTime(),
    actor: { type: row.actor_type, id: row.actor_id },
    action: row.action,
    subject: { type: row.subject_type, id: row.subject_id },
    reason: row.reason,
    details: row.details,
  });
