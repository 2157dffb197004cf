import type { AuditRecordView } from '@coinwarden/contracts';
import { z } from 'zod';
import { anyOf, before, from, type StaffResource } from '../../platform/http/staff-list.js';

export interface AuditRow {
  readonly seq: bigint;
  readonly at: Date;
  readonly actor_type: 'staff' | 'system' | 'api_key';
  readonly actor_id: string;
  readonly actor_name: string | null;
  readonly action: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly reason: string | null;
  readonly details: Record<string, unknown>;
  readonly hash: Buffer;
}

const MAX_SEQ = 2n ** 63n - 1n;
const seq = z
  .string()
  .regex(/^\d{1,19}$/)
  .transform(BigInt)
  .refine((value) => value <= MAX_SEQ);
const key = z.string().min(1).max(200);

export const AUDIT_RESOURCE: StaffResource = {
  name: 'audit',
  select: `seq, at, actor_type, actor_id, action, subject_type, subject_id, reason, details, hash,
           CASE actor_type
             WHEN 'staff' THEN (SELECT name FROM staff WHERE staff_id::text = actor_id)
             WHEN 'api_key' THEN (SELECT name FROM api_keys WHERE api_key_id::text = actor_id)
           END AS actor_name`,
  from: 'audit_log',
  id: { column: 'seq', schema: seq },
  filters: {
    id: anyOf('seq', seq),
    actorType: anyOf('actor_type', z.enum(['staff', 'system', 'api_key'])),
    actorId: anyOf('actor_id', key),
    action: anyOf('action', key),
    subjectType: anyOf('subject_type', key),
    subjectId: anyOf('subject_id', key),
    from: from('at'),
    until: before('at'),
  },
  // Entries are numbered in the order of time.
  sorts: { id: 'seq', at: 'seq' },
  defaultSort: ['id', 'DESC'],
};

export const auditRecord = (row: AuditRow): AuditRecordView => ({
  id: row.seq.toString(),
  at: row.at.toISOString(),
  actor: { type: row.actor_type, id: row.actor_id, name: row.actor_name },
  action: row.action,
  subject: { type: row.subject_type, id: row.subject_id },
  reason: row.reason,
  details: row.details,
  hash: row.hash.toString('hex'),
  allowedActions: [],
});
