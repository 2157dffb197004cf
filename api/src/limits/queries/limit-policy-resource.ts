import { country, type StaffLimitPolicy } from '@coinwarden/contracts';
import {
  AGE_BANDS,
  ANY_COUNTRY,
  type Instant,
  LIMIT_MEASURES,
  LIMIT_WINDOWS,
  POLICY_LAYERS,
} from '@coinwarden/domain';
import { z } from 'zod';
import { anyOf, filter, type StaffResource } from '../../platform/http/staff-list.js';
import { type LimitPolicyRow, POLICY_COLUMNS } from '../persistence/limit-policies.store.js';

/** How staff list the policies. `current` is judged by the server's clock, which every filter of a request shares. */
export const limitPolicyResource = (now: Instant): StaffResource => ({
  name: 'limit-policies',
  select: POLICY_COLUMNS,
  from: 'limit_policies',
  id: { column: 'policy_id', schema: z.string().max(200) },
  filters: {
    layer: anyOf('layer', z.enum(POLICY_LAYERS)),
    country: anyOf('country', z.union([z.literal(ANY_COUNTRY), country])),
    ageBand: anyOf('age_band', z.enum(AGE_BANDS)),
    measure: anyOf('measure', z.enum(LIMIT_MEASURES)),
    window: anyOf('limit_window', z.enum(LIMIT_WINDOWS)),
    current: filter(z.boolean(), (wanted, param) => {
      const at = `${param(new Date(now))}::timestamptz`;
      const inForce = `effective_from <= ${at} AND (effective_until IS NULL OR ${at} < effective_until)`;
      return wanted ? `(${inForce})` : `NOT (${inForce})`;
    }),
  },
  sorts: { effectiveFrom: 'effective_from' },
  defaultSort: ['id', 'ASC'],
});

export const toLimitPolicy =
  (now: Instant) =>
  (row: LimitPolicyRow): StaffLimitPolicy => ({
    id: row.policy_id,
    layer: row.layer,
    country: row.country,
    ageBand: row.age_band,
    measure: row.measure,
    window: row.limit_window,
    limit: Number(row.amount),
    currency: row.currency,
    version: row.version,
    effectiveFrom: row.effective_from.toISOString(),
    effectiveUntil: row.effective_until?.toISOString() ?? null,
    current:
      row.effective_from.getTime() <= now &&
      (row.effective_until === null || now < row.effective_until.getTime()),
    source: row.source,
    allowedActions: [],
  });
