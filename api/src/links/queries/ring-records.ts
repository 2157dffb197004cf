import type { StaffRing } from '@coinwarden/contracts';
import { FINDING_KINDS, RING_STATUSES, ringActionsIn } from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { anyOf, before, filter, from, type StaffResource } from '../../platform/http/staff-list.js';
import { RING_COLUMNS, type RingRow } from '../persistence/rings.store.js';

export const RINGS: StaffResource = {
  name: 'rings',
  select: RING_COLUMNS,
  from: 'rings',
  id: { column: 'ring_id', schema: z.uuid() },
  filters: {
    accountId: filter(
      z.string().min(1).max(128),
      (id, param) => `ring_id = ANY(ARRAY(SELECT ring_id FROM ring_members WHERE account_id = ${param(id)}))`,
    ),
    status: anyOf('status', z.enum(RING_STATUSES)),
    kind: filter(z.enum(FINDING_KINDS), (kind, param) => `${param(kind)} = ANY(kinds)`),
    minScore: filter(z.int().min(0).max(1_000), (score, param) => `score >= ${param(score)}`),
    from: from('last_at'),
    to: before('last_at'),
  },
  sorts: { score: 'score', lastAt: 'last_at' },
  defaultSort: ['score', 'DESC'],
};

export const staffRingFor =
  ({ permissions }: StaffActor) =>
  (row: RingRow): StaffRing => ({
    id: row.ring_id,
    status: row.status,
    score: row.score,
    kinds: row.kinds,
    members: row.members,
    coins: Number(row.amount),
    centerId: row.center_id,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    judgedAt: row.judged_at?.toISOString() ?? null,
    judgedBy: row.judged_at === null ? null : row.judged_by,
    judgedReason: row.judged_at === null ? null : row.judged_reason,
    allowedActions: permissions.has('ring.judge') ? ringActionsIn(row.status) : [],
  });
