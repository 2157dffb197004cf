import type { StaffMoneyBackPolicy } from '@coinwarden/contracts';
import { MONEY_BACK_POLICY_KINDS, type MoneyBackPolicyKind } from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { authorOf } from '../../platform/http/author.js';
import { anyOf, flag, type StaffResource } from '../../platform/http/staff-list.js';

const LIVE = 'version = (SELECT max(n.version) FROM money_back_policies n WHERE n.kind = p.kind)';

export const POLICIES: StaffResource = {
  name: 'money-back-policies',
  select: `kind || ':' || version AS id, kind, version, ${LIVE} AS live, policy, comment, created_at,
           ${authorOf('created_by')} AS created_by`,
  from: 'money_back_policies p',
  id: { column: `(kind || ':' || version)`, schema: z.string().max(40) },
  filters: { kind: anyOf('kind', z.enum(MONEY_BACK_POLICY_KINDS)), live: flag(LIVE) },
  sorts: { kind: 'kind', version: 'version', createdAt: 'created_at' },
  defaultSort: ['createdAt', 'DESC'],
};

export interface PolicyRow {
  id: string;
  kind: MoneyBackPolicyKind;
  version: number;
  live: boolean;
  policy: unknown;
  comment: string;
  created_at: Date;
  created_by: string;
}

export const policyRecord =
  (actor: StaffActor) =>
  (row: PolicyRow): StaffMoneyBackPolicy => ({
    id: row.id,
    kind: row.kind,
    version: row.version,
    live: row.live,
    policy: row.policy,
    comment: row.comment,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    allowedActions: row.live && actor.permissions.has('money_back_policy.write') ? ['release'] : [],
  });
