import { id, type StaffExclusion } from '@coinwarden/contracts';
import type { Instant } from '@coinwarden/domain';
import { z } from 'zod';
import { authorOf } from '../../platform/http/author.js';
import { anyOf, filter, type StaffResource } from '../../platform/http/staff-list.js';

/** Exclusions as staff list them. */
export const exclusionResource = (now: Instant): StaffResource => ({
  name: 'exclusions',
  select: `e.exclusion_id, e.account_id, a.display_name, e.until, e.asked_at, e.asked_by_type, e.reason,
           CASE WHEN e.asked_by_type = 'staff' THEN ${authorOf('e.asked_by')} END AS author,
           e.until = a.excluded_until AS stands`,
  from: 'account_exclusions e JOIN accounts a ON a.account_id = e.account_id',
  id: { column: 'e.exclusion_id', schema: z.uuid() },
  filters: {
    accountId: anyOf('e.account_id', id),
    current: filter(z.boolean(), (wanted, param) => {
      const lasts = `e.until > ${param(new Date(now))}::timestamptz AND e.until = a.excluded_until`;
      return wanted ? `(${lasts})` : `NOT (${lasts})`;
    }),
  },
  sorts: { until: 'e.until' },
  defaultSort: ['until', 'DESC'],
});

export interface ExclusionRow {
  exclusion_id: string;
  account_id: string;
  display_name: string | null;
  until: Date;
  asked_at: Date | null;
  asked_by_type: string | null;
  author: string | null;
  reason: string | null;
  stands: boolean;
}

export const toExclusion =
  (now: Instant) =>
  (row: ExclusionRow): StaffExclusion => ({
    id: row.exclusion_id,
    accountId: row.account_id,
    displayName: row.display_name,
    until: row.until.toISOString(),
    current: row.stands && row.until.getTime() > now,
    askedAt: row.asked_at?.toISOString() ?? null,
    askedByType: row.asked_by_type,
    askedBy: row.author,
    reason: row.reason,
  });
