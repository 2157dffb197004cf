import { country, LIMIT_POLICY_STATES, type StaffLimitPolicy } from '@coinwarden/contracts';
import {
  AGE_BANDS,
  ANY_COUNTRY,
  type Instant,
  LIMIT_MEASURES,
  LIMIT_WINDOWS,
  POLICY_LAYERS,
} from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { authorOf } from '../../platform/http/author.js';
import { anyOf, filter, type StaffResource } from '../../platform/http/staff-list.js';
import type { LimitPolicyRow } from '../persistence/limit-policies.store.js';

type State = StaffLimitPolicy['state'];

const KEY = ['layer', 'country', 'age_band', 'measure', 'limit_window'];
const SAME_POLICY = KEY.map((column) => `o.${column} = p.${column}`).join(' AND ');

/** How staff list the policies. States are judged by the server's clock, which every filter of a request shares. */
export const limitPolicyResource = (now: Instant): StaffResource => ({
  name: 'limit-policies',
  select: `p.*, ${authorOf('p.created_by')} AS author, ${authorOf('p.ended_by')} AS ender,
           (SELECT sum(1 + o.changes)::int FROM limit_policies o WHERE ${SAME_POLICY}) AS revision`,
  from: 'limit_policies p',
  id: { column: 'p.policy_id', schema: z.string().max(200) },
  filters: {
    layer: anyOf('p.layer', z.enum(POLICY_LAYERS)),
    country: anyOf('p.country', z.union([z.literal(ANY_COUNTRY), country])),
    ageBand: anyOf('p.age_band', z.enum(AGE_BANDS)),
    measure: anyOf('p.measure', z.enum(LIMIT_MEASURES)),
    window: anyOf('p.limit_window', z.enum(LIMIT_WINDOWS)),
    current: filter(z.boolean(), (wanted, param) => {
      const isCurrent = `${stateAt(param(new Date(now)))} = 'current'`;
      return wanted ? `(${isCurrent})` : `NOT (${isCurrent})`;
    }),
    state: filter(
      z.enum(LIMIT_POLICY_STATES),
      (state, param) => `${stateAt(param(new Date(now)))} = ${param(state)}`,
    ),
  },
  sorts: { effectiveFrom: 'p.effective_from', version: 'p.version' },
  defaultSort: ['id', 'ASC'],
});

const stateAt = (at: string) => `(CASE WHEN p.withdrawn THEN 'withdrawn'
  WHEN p.effective_until <= ${at}::timestamptz THEN 'past'
  WHEN p.effective_from > ${at}::timestamptz THEN 'scheduled' ELSE 'current' END)`;

export interface LimitPolicyRecordRow extends LimitPolicyRow {
  withdrawn: boolean;
  created_at: Date;
  author: string | null;
  reason: string | null;
  ender: string | null;
  end_reason: string | null;
  revision: number;
}

export const toLimitPolicy =
  (actor: StaffActor, now: Instant) =>
  (row: LimitPolicyRecordRow): StaffLimitPolicy => {
    const state = stateOf(row, now);
    return {
      id: row.policy_id,
      layer: row.layer,
      country: row.country,
      ageBand: row.age_band,
      measure: row.measure,
      window: row.limit_window,
      limit: Number(row.amount),
      currency: row.currency,
      version: row.version,
      revision: row.revision,
      effectiveFrom: row.effective_from.toISOString(),
      effectiveUntil: row.effective_until?.toISOString() ?? null,
      current: state === 'current',
      state,
      source: row.source,
      createdAt: row.created_at.toISOString(),
      createdBy: row.author,
      reason: row.reason,
      endedBy: row.ender,
      endReason: row.end_reason,
      allowedActions: actor.permissions.has('limit_policy.write') ? actionsIn(state) : [],
    };
  };

function stateOf({ withdrawn, effective_from, effective_until }: LimitPolicyRecordRow, now: Instant): State {
  if (withdrawn) return 'withdrawn';
  if (effective_until !== null && effective_until.getTime() <= now) return 'past';
  return effective_from.getTime() > now ? 'scheduled' : 'current';
}

const actionsIn = (state: State): StaffLimitPolicy['allowedActions'] =>
  state === 'current' ? ['change', 'end'] : state === 'scheduled' ? ['end'] : [];
