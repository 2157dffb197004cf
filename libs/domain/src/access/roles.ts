import { PERMISSIONS, type Permission } from './permissions.js';

/**
 * What each kind of staff may do, listed in full so that a grant is always visible in a review of this file. Nobody
 * gets a permission by being "above" somebody else.
 */
export const ROLES = {
  admin: {
    name: 'Administrator',
    description: 'Runs the installation: staff, keys, webhooks and everything below',
    requiresTotp: true,
    permissions: Object.keys(PERMISSIONS) as Permission[],
  },
  ts_reviewer: {
    name: 'Trust & safety reviewer',
    description: 'Works the queue of flagged transactions, accounts and content',
    requiresTotp: false,
    permissions: [
      'account.read',
      'account.enforce',
      'transaction.read',
      'transaction.review',
      'catalogue.read',
      'limit.read',
      'limit_policy.read',
      'rule.read',
      'list.read',
      'content.read',
      'case.read',
      'case.work',
      'report.read',
      'pii.network',
    ],
  },
  ts_lead: {
    name: 'Trust & safety lead',
    description: 'Writes and releases rules, watches quality, handles escalations',
    requiresTotp: true,
    permissions: [
      'account.read',
      'account.enforce',
      'transaction.read',
      'transaction.review',
      'catalogue.read',
      'limit.read',
      'limit.enforce',
      'limit_policy.read',
      'limit_policy.write',
      'rule.read',
      'rule.write',
      'rule.approve',
      'list.read',
      'list.write',
      'refund.read',
      'refund.create',
      'refund.approve',
      'refund.bulk',
      'money_back_policy.read',
      'money_back_policy.write',
      'notice.read',
      'dispute.read',
      'content.read',
      'case.read',
      'case.work',
      'report.read',
      'webhook.read',
      'pii.email',
      'pii.network',
      'pii.payment',
      'staff.read',
      'audit.read',
    ],
  },
  support_agent: {
    name: 'Support agent',
    description: 'Finds a customer, explains a charge, processes a refund within policy',
    requiresTotp: false,
    permissions: [
      'account.read',
      'transaction.read',
      'catalogue.read',
      'limit.read',
      'refund.read',
      'refund.create',
      'money_back_policy.read',
      'dispute.read',
      'case.read',
      'pii.email',
    ],
  },
  dispute_analyst: {
    name: 'Dispute analyst',
    description: 'Answers chargebacks before their deadline',
    requiresTotp: false,
    permissions: [
      'account.read',
      'transaction.read',
      'catalogue.read',
      'limit.read',
      'refund.read',
      'refund.create',
      'refund.bulk',
      'money_back_policy.read',
      'notice.read',
      'notice.replay',
      'dispute.read',
      'dispute.respond',
      'case.read',
      'report.read',
      'pii.email',
      'pii.network',
      'pii.payment',
    ],
  },
  product_manager: {
    name: 'Product manager',
    description: 'Sets packages and prices and schedules promotions',
    requiresTotp: false,
    permissions: [
      'catalogue.read',
      'catalogue.write',
      'limit_policy.read',
      'transaction.read',
      'report.read',
    ],
  },
  auditor: {
    name: 'Auditor',
    description: 'Reads everything, changes nothing',
    requiresTotp: true,
    permissions: [
      'account.read',
      'transaction.read',
      'catalogue.read',
      'limit.read',
      'limit_policy.read',
      'rule.read',
      'list.read',
      'refund.read',
      'money_back_policy.read',
      'notice.read',
      'dispute.read',
      'content.read',
      'case.read',
      'report.read',
      'webhook.read',
      'staff.read',
      'api_key.read',
      'audit.read',
    ],
  },
} as const satisfies Record<string, RoleInfo>;

export interface RoleInfo {
  readonly name: string;
  readonly description: string;
  /** Enforced in production: the session may only enrol until a second factor is confirmed. */
  readonly requiresTotp: boolean;
  readonly permissions: readonly Permission[];
}

export type Role = keyof typeof ROLES;
export const ROLE_KEYS = Object.keys(ROLES) as [Role, ...Role[]];

export const permissionsOf = (role: Role): ReadonlySet<Permission> => new Set(ROLES[role].permissions);
