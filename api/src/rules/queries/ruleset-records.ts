import type { StaffRuleset } from '@coinwarden/contracts';
import { RULESET_STATUSES, type RulesetStatus, rulesetActionsFor } from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { authorOf } from '../../platform/http/author.js';
import { anyOf, type StaffResource } from '../../platform/http/staff-list.js';

const NAME_OF = (id: string) => `(SELECT name FROM staff WHERE staff_id::text = ${id})`;

export const RULESETS: StaffResource = {
  name: 'rulesets',
  select: `version, status, base_version, review_score, decline_score, comment, revision, content_hash, created_at,
           changed_at, release_at, replaces, released_at, authors, approved_by,
           ${authorOf('created_by')} AS created_by,
           ARRAY(SELECT coalesce(${NAME_OF('author.id')}, author.id)
                   FROM unnest(authors) WITH ORDINALITY AS author (id, n) ORDER BY n) AS author_names,
           coalesce(${NAME_OF('approved_by')}, approved_by) AS approver_name,
           (SELECT count(*)::int FROM rules WHERE rules.version = rulesets.version) AS rule_count`,
  from: 'rulesets',
  id: { column: 'version', schema: z.string().regex(/^\d{1,9}$/) },
  filters: { status: anyOf('status', z.enum(RULESET_STATUSES)) },
  sorts: { version: 'version', createdAt: 'created_at', changedAt: 'changed_at' },
  defaultSort: ['version', 'DESC'],
};

export interface RulesetRow {
  version: number;
  status: RulesetStatus;
  base_version: number | null;
  review_score: number;
  decline_score: number;
  comment: string;
  rule_count: number;
  revision: number;
  content_hash: string | null;
  created_at: Date;
  created_by: string;
  changed_at: Date;
  authors: string[];
  author_names: string[];
  approved_by: string | null;
  approver_name: string | null;
  release_at: Date | null;
  replaces: number | null;
  released_at: Date | null;
}

export const rulesetRecordFor =
  (actor: StaffActor) =>
  (row: RulesetRow): StaffRuleset => ({
    id: String(row.version),
    version: row.version,
    status: row.status,
    basedOn: row.base_version,
    reviewScore: row.review_score,
    declineScore: row.decline_score,
    comment: row.comment,
    ruleCount: row.rule_count,
    revision: row.revision,
    contentHash: row.content_hash,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    changedAt: row.changed_at.toISOString(),
    authors: row.authors.map((id, i) => ({ id, name: row.author_names[i] ?? id })),
    approvedBy: row.approved_by === null ? null : { id: row.approved_by, name: row.approver_name ?? '' },
    releaseAt: row.release_at?.toISOString() ?? null,
    replaces: row.replaces,
    releasedAt: row.released_at?.toISOString() ?? null,
    allowedActions: [
      ...rulesetActionsFor(actor, row),
      ...(row.status === 'draft' && actor.permissions.has('rule.write') ? (['edit'] as const) : []),
      ...(actor.permissions.has('rule.write') ? (['comment'] as const) : []),
    ],
  });
