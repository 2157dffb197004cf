import { id, LIMIT_OVERRIDE_STATES, type StaffLimitOverride } from '@coinwarden/contracts';
import {
  type Instant,
  type LimitMeasure,
  type LimitWindow,
  OVERRIDE_KINDS,
  type OverrideKind,
} from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { authorOf } from '../../platform/http/author.js';
import { anyOf, filter, type StaffResource } from '../../platform/http/staff-list.js';

/** Overrides as staff list them. */
export const limitOverrideResource = (now: Instant): StaffResource => ({
  name: 'limit-overrides',
  select: `o.*, ${authorOf('o.created_by')} AS author, ${authorOf('o.ended_by')} AS ender`,
  from: 'limit_overrides o',
  id: { column: 'o.override_id', schema: z.uuid() },
  filters: {
    accountId: anyOf('o.account_id', id),
    kind: anyOf('o.kind', z.enum(OVERRIDE_KINDS)),
    state: filter(z.enum(LIMIT_OVERRIDE_STATES), (state, param) => {
      const at = `${param(new Date(now))}::timestamptz`;
      return `(CASE WHEN o.ended_at IS NOT NULL THEN 'ended' WHEN o.effective_until <= ${at} THEN 'expired'
                    ELSE 'in_force' END) = ${param(state)}`;
    }),
  },
  sorts: { effectiveFrom: 'o.effective_from' },
  defaultSort: ['effectiveFrom', 'DESC'],
});

export interface LimitOverrideRow {
  override_id: string;
  account_id: string;
  kind: OverrideKind;
  measure: LimitMeasure;
  limit_window: LimitWindow;
  amount: bigint;
  currency: string | null;
  effective_from: Date;
  effective_until: Date | null;
  author: string;
  reason: string | null;
  ended_at: Date | null;
  ender: string | null;
  end_reason: string | null;
}

export const toLimitOverride =
  (actor: StaffActor, now: Instant) =>
  (row: LimitOverrideRow): StaffLimitOverride => {
    const state = stateOf(row, now);
    return {
      id: row.override_id,
      accountId: row.account_id,
      kind: row.kind,
      measure: row.measure,
      window: row.limit_window,
      limit: Number(row.amount),
      currency: row.currency,
      effectiveFrom: row.effective_from.toISOString(),
      effectiveUntil: row.effective_until?.toISOString() ?? null,
      state,
      createdBy: row.author,
      reason: row.reason,
      endedAt: row.ended_at?.toISOString() ?? null,
      endedBy: row.ender,
      endReason: row.end_reason,
      allowedActions: state === 'in_force' && actor.permissions.has('limit.enforce') ? ['end'] : [],
    };
  };

function stateOf({ ended_at, effective_until }: LimitOverrideRow, now: Instant): StaffLimitOverride['state'] {
  if (ended_at !== null) return 'ended';
  return effective_until !== null && effective_until.getTime() <= now ? 'expired' : 'in_force';
}
