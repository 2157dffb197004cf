import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { arrayOf, type Queryable, textArrayOf } from '../database/sql.js';
import type { Tx } from '../database/unit-of-work.js';
import { type AuditEntry, type AuditFact, chainHash } from './audit-chain.js';

/** Who did what to what, and why. `details` is plain JSON; it holds ids and values, never secrets. */
export interface AuditRecord {
  readonly actor: { readonly type: 'staff' | 'system' | 'api_key'; readonly id: string };
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly reason?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

const LOCK_HEAD = { name: 'audit-head', text: 'SELECT seq, hash FROM audit_head FOR UPDATE' };
const INSERT = {
  name: 'audit-insert',
  text: `WITH moved AS (UPDATE audit_head SET seq = $11, hash = $12)
         INSERT INTO audit_log (seq, at, actor_type, actor_id, action, subject_type, subject_id, reason, details, hash)
         SELECT seq, $1, actor_type, actor_id, action, subject_type, subject_id, reason, details, decode(hash, 'hex')
           FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                       $9::json[], $10::text[])
             AS t (seq, actor_type, actor_id, action, subject_type, subject_id, reason, details, hash)`,
};

type Told = Pick<AuditFact, 'actor' | 'action' | 'subject' | 'reason' | 'details'>;

/**
 * The append-only, hash-chained record of every action. An entry commits with what it records: the head row is locked
 * in the same transaction, so entries chain in commit order and no two ever share a number. They are written right before
 * the commit, all of a transaction together: while one holds the head, everybody else who did something waits.
 */
@Injectable()
export class AuditLog {
  constructor(private readonly clock: Clock) {}

  async append(tx: Tx, record: AuditRecord): Promise<void> {
    tx.atEnd(this.write, toldOf(record));
  }

  async appendAll(tx: Tx, records: readonly AuditRecord[]): Promise<void> {
    for (const record of records) tx.atEnd(this.write, toldOf(record));
  }

  /** The same at once, for a transaction that has nothing more to wait for than its commit. */
  async appendNow(tx: Queryable, records: readonly AuditRecord[]): Promise<void> {
    await this.write(tx, records.map(toldOf));
  }

  private readonly write = async (tx: Queryable, all: readonly Told[]): Promise<void> => {
    const [head] = await tx.query<{ seq: bigint; hash: Buffer }>(LOCK_HEAD);
    if (!head) throw new Error('The audit log has no head; the database is not migrated.');
    const at = this.clock.now();
    const entries: AuditEntry[] = [];
    let { seq, hash } = head;
    for (const told of all) {
      seq += 1n;
      const fact = { seq, at, ...told };
      hash = chainHash(hash, fact);
      entries.push({ ...fact, hash });
    }
    await tx.query(INSERT, [...columnsOf(at, entries), seq, hash]);
  };
}

/** `details` passes through JSON once, so that what is hashed is exactly what can be read back. */
const toldOf = (record: AuditRecord): Told => ({
  actor: record.actor,
  action: record.action,
  subject: record.subject,
  reason: record.reason ?? null,
  details: JSON.parse(JSON.stringify(record.details ?? {}, bigintAsNumber)) as Record<string, unknown>,
});

const bigintAsNumber = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);

const columnsOf = (at: number, entries: readonly AuditEntry[]): unknown[] => [
  new Date(at),
  arrayOf(entries.map((e) => e.seq)),
  textArrayOf(entries.map((e) => e.actor.type)),
  textArrayOf(entries.map((e) => e.actor.id)),
  textArrayOf(entries.map((e) => e.action)),
  textArrayOf(entries.map((e) => e.subject.type)),
  textArrayOf(entries.map((e) => e.subject.id)),
  textArrayOf(entries.map((e) => e.reason)),
  textArrayOf(entries.map((e) => JSON.stringify(e.details))),
  textArrayOf(entries.map((e) => e.hash.toString('hex'))),
];
