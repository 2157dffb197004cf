import type { StaffRule, StaffRuleset } from '@coinwarden/contracts';
import {
  RULE_EFFECTS,
  RULE_GROUPS,
  RULE_MODES,
  RULESET_STATUSES,
  type RulesetStatus,
  TRANSACTION_KINDS,
} from '@coinwarden/domain';
import { z } from 'zod';
import { anyOf, filter, type StaffResource } from '../../platform/http/staff-list.js';

const version = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(0));

export const RULESETS: StaffResource = {
  name: 'rulesets',
  select: `version, status, review_score, decline_score, comment, created_at, created_by,
           (SELECT count(*)::int FROM rules WHERE rules.version = rulesets.version) AS rule_count`,
  from: 'rulesets',
  id: { column: 'version', schema: z.string().regex(/^\d{1,9}$/) },
  filters: { status: anyOf('status', z.enum(RULESET_STATUSES)) },
  sorts: { version: 'version', createdAt: 'created_at' },
  defaultSort: ['version', 'DESC'],
};

export interface RulesetRow {
  version: number;
  status: RulesetStatus;
  review_score: number;
  decline_score: number;
  comment: string;
  rule_count: number;
  created_at: Date;
  created_by: string;
}

export const rulesetRecord = (row: RulesetRow): StaffRuleset => ({
  id: String(row.version),
  version: row.version,
  status: row.status,
  reviewScore: row.review_score,
  declineScore: row.decline_score,
  comment: row.comment,
  ruleCount: row.rule_count,
  createdAt: row.created_at.toISOString(),
  createdBy: row.created_by,
  allowedActions: [],
});

export const RULES: StaffResource = {
  name: 'rules',
  select: `rules.version || ':' || key AS id, rules.version, position, key, rule_group, description, kinds, condition,
           effect, score, mode, reason_code, message`,
  from: 'rules JOIN rulesets USING (version)',
  id: { column: `(rules.version || ':' || key)`, schema: z.string().max(80) },
  filters: {
    rulesetVersion: anyOf('rules.version', version),
    status: anyOf('rulesets.status', z.enum(RULESET_STATUSES)),
    group: anyOf('rule_group', z.enum(RULE_GROUPS)),
    effect: anyOf('effect', z.enum(RULE_EFFECTS)),
    mode: anyOf('mode', z.enum(RULE_MODES)),
    kind: filter(
      z.enum(TRANSACTION_KINDS),
      (kind, param) => `(kinds IS NULL OR ${param(kind)} = ANY(kinds))`,
    ),
    q: filter(
      z.string().trim().min(1).max(100),
      (text, param) => `position(${param(text.toLowerCase())} in lower(key || ' ' || description)) > 0`,
    ),
  },
  sorts: { position: 'position', key: 'key', group: 'rule_group', mode: 'mode', score: 'score' },
  defaultSort: ['position', 'ASC'],
};

export interface RuleRow {
  id: string;
  version: number;
  position: number;
  key: string;
  rule_group: StaffRule['group'];
  description: string;
  kinds: StaffRule['kinds'];
  condition: string;
  effect: StaffRule['effect'];
  score: number;
  mode: StaffRule['mode'];
  reason_code: string;
  message: string;
}

export const ruleRecord = (row: RuleRow): StaffRule => ({
  id: row.id,
  rulesetVersion: row.version,
  position: row.position,
  key: row.key,
  group: row.rule_group,
  description: row.description,
  kinds: row.kinds,
  condition: row.condition,
  effect: row.effect,
  score: row.score,
  mode: row.mode,
  reasonCode: row.reason_code,
  message: row.message,
  allowedActions: [],
});
