import type { StaffRule } from '@coinwarden/contracts';
import {
  RULE_EFFECTS,
  RULE_GROUPS,
  RULE_MODES,
  RULESET_STATUSES,
  type RulesetStatus,
  TRANSACTION_KINDS,
} from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
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

export const RULES: StaffResource = {
  name: 'rules',
  select: `rules.version || ':' || key AS id, rules.version, rulesets.status, position, key, rule_group, description, kinds,
           condition, effect, score, mode, reason_code, message, rules.revision, rules.changed_at,
           coalesce((SELECT name FROM staff WHERE staff_id::text = changed_by), changed_by) AS changed_by,
           (SELECT owner_id FROM rule_owners WHERE rule_key = key) AS owner_id,
           (SELECT name FROM rule_owners JOIN staff ON staff_id = owner_id WHERE rule_key = key) AS owner_name`,
  from: 'rules JOIN rulesets USING (version)',
  id: { column: `(rules.version || ':' || key)`, schema: z.string().max(80) },
  filters: {
    rulesetVersion: anyOf('rules.version', version),
    status: anyOf('rulesets.status', z.enum(RULESET_STATUSES)),
    key: anyOf('key', z.string().max(64)),
    group: anyOf('rule_group', z.enum(RULE_GROUPS)),
    effect: anyOf('effect', z.enum(RULE_EFFECTS)),
    mode: anyOf('mode', z.enum(RULE_MODES)),
    ownerId: filter(
      z.uuid(),
      (id, param) => `key IN (SELECT rule_key FROM rule_owners WHERE owner_id = ${param(id)})`,
    ),
    kind: filter(
      z.enum(TRANSACTION_KINDS),
      (kind, param) => `(kinds IS NULL OR ${param(kind)} = ANY(kinds))`,
    ),
    q: filter(
      z.string().trim().min(1).max(100),
      (text, param) => `position(${param(text.toLowerCase())} in lower(key || ' ' || description)) > 0`,
    ),
  },
  sorts: {
    position: 'position',
    key: 'key',
    group: 'rule_group',
    mode: 'mode',
    score: 'score',
    rulesetVersion: 'rules.version',
  },
  defaultSort: ['position', 'ASC'],
};

export interface RuleRow {
  id: string;
  version: number;
  status: RulesetStatus;
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
  revision: number;
  changed_at: Date | null;
  changed_by: string | null;
  owner_id: string | null;
  owner_name: string | null;
}

export const ruleRecordFor =
  (actor: StaffActor) =>
  (row: RuleRow): StaffRule => ({
    id: row.id,
    rulesetVersion: row.version,
    rulesetStatus: row.status,
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
    revision: row.revision,
    changedAt: row.changed_at?.toISOString() ?? null,
    changedBy: row.changed_by,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
    allowedActions: actor.permissions.has('rule.write')
      ? row.status === 'draft'
        ? ['edit', 'remove', 'assign']
        : ['assign']
      : [],
  });
