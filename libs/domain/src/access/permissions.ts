/**
 * Everything anyone may be allowed to do, once: staff roles list these keys, API keys carry them as scopes, routes
 * name the one they need and the console shows what they open. `sensitivity` says how a grant is to be looked at:
 * `read` shows, `write` changes, `enforce` moves value or binds a person, `admin` changes who may do what.
 */
export const PERMISSIONS = {
  'account.read': { description: 'See accounts, wallets and limits', sensitivity: 'read' },
  'account.write': { description: 'Create and update accounts', sensitivity: 'write' },
  'account.note': { description: 'Write notes on accounts', sensitivity: 'write' },
  'account.report': { description: 'Put accounts before reviewers', sensitivity: 'write' },
  'account.enforce': { description: 'Restrict, suspend and release accounts', sensitivity: 'enforce' },
  'transaction.read': { description: 'See transactions, decisions and provenance', sensitivity: 'read' },
  'transaction.create': { description: 'Submit transactions for a decision', sensitivity: 'enforce' },
  'transaction.capture': {
    description: 'Capture or void a purchase that was decided before payment',
    sensitivity: 'enforce',
  },
  'transaction.review': { description: 'Release or decline held transactions', sensitivity: 'enforce' },
  'catalogue.read': { description: 'See packages, price points, gifts and promotions', sensitivity: 'read' },
  'catalogue.write': {
    description: 'Change packages, price points, gifts and promotions',
    sensitivity: 'write',
  },
  'promotion.approve': {
    description: 'Approve promotions that somebody else wrote',
    sensitivity: 'enforce',
  },
  'promotion.pause': { description: 'Pause promotions at once', sensitivity: 'enforce' },
  'limit.read': { description: 'See spending limits', sensitivity: 'read' },
  'limit.write': {
    description: 'Set an account’s own or guardian limits and exclusions',
    sensitivity: 'write',
  },
  'limit.enforce': {
    description: 'Override limits of an account and name guardians',
    sensitivity: 'enforce',
  },
  'limit_policy.read': { description: 'See the limit policies by age and country', sensitivity: 'read' },
  'limit_policy.write': {
    description: 'Change the limit policies by age and country',
    sensitivity: 'enforce',
  },
  'rule.read': { description: 'See rules, ruleset versions and what they did', sensitivity: 'read' },
  'rule.write': { description: 'Write rules, try them and run them in shadow', sensitivity: 'write' },
  'rule.approve': { description: 'Approve, release and roll back ruleset versions', sensitivity: 'enforce' },
  'list.read': { description: 'See allow, block and watch lists', sensitivity: 'read' },
  'list.write': { description: 'Change allow, block and watch lists', sensitivity: 'enforce' },
  'ring.read': { description: 'See how accounts are linked, and rings of them', sensitivity: 'read' },
  'ring.judge': { description: 'Confirm and dismiss rings', sensitivity: 'enforce' },
  'event.create': { description: 'Report account events', sensitivity: 'write' },
  'refund.read': { description: 'See refunds', sensitivity: 'read' },
  'refund.create': { description: 'Request refunds', sensitivity: 'write' },
  'refund.approve': { description: 'Approve refunds above policy', sensitivity: 'enforce' },
  'refund.bulk': { description: 'Refund many purchases at once', sensitivity: 'enforce' },
  'money_back_policy.read': {
    description: 'See the refund, dispute and clawback policies',
    sensitivity: 'read',
  },
  'money_back_policy.write': {
    description: 'Change the refund, dispute and clawback policies',
    sensitivity: 'enforce',
  },
  'notice.read': { description: 'See the notices of payment providers', sensitivity: 'read' },
  'notice.replay': { description: 'Process notices of payment providers again', sensitivity: 'enforce' },
  'dispute.read': { description: 'See disputes and their evidence', sensitivity: 'read' },
  'dispute.respond': { description: 'Answer or accept disputes', sensitivity: 'enforce' },
  'content.scan': { description: 'Scan content', sensitivity: 'write' },
  'content.read': { description: 'See content scans', sensitivity: 'read' },
  'content.review': { description: 'Confirm or clear the verdict on content', sensitivity: 'enforce' },
  'case.read': { description: 'See cases and queues', sensitivity: 'read' },
  'case.work': { description: 'Claim and decide cases', sensitivity: 'enforce' },
  'case.lead': {
    description: 'Assign cases, decide escalations and appeals, set up queues, policies and macros',
    sensitivity: 'enforce',
  },
  'case.quality': {
    description: 'See blind samples, agreement and what reviewers decided',
    sensitivity: 'read',
  },
  'appeal.read': { description: 'See appeals', sensitivity: 'read' },
  'appeal.create': { description: 'Appeal against decisions for a user', sensitivity: 'write' },
  'report.read': { description: 'See the dashboard and reports', sensitivity: 'read' },
  'webhook.read': { description: 'See webhook endpoints and deliveries', sensitivity: 'read' },
  'webhook.write': { description: 'Change webhook endpoints and replay deliveries', sensitivity: 'admin' },
  'pii.email': { description: 'See e-mail addresses in clear', sensitivity: 'read' },
  'pii.network': { description: 'See IP addresses and device ids in clear', sensitivity: 'read' },
  'pii.payment': {
    description: 'See payment instruments and payout destinations in clear',
    sensitivity: 'read',
  },
  'pii.reveal': {
    description: 'Reveal single personal details of an account, each logged',
    sensitivity: 'write',
  },
  'view.share': { description: 'Share saved views with everybody', sensitivity: 'write' },
  'staff.read': { description: 'See staff members and roles', sensitivity: 'read' },
  'staff.write': { description: 'Create, change, disable and reset staff members', sensitivity: 'admin' },
  'api_key.read': { description: 'See API keys', sensitivity: 'read' },
  'api_key.write': { description: 'Create and revoke API keys', sensitivity: 'admin' },
  'audit.read': { description: 'Read the audit log', sensitivity: 'read' },
} as const satisfies Record<string, PermissionInfo>;

export const SENSITIVITIES = ['read', 'write', 'enforce', 'admin'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

export interface PermissionInfo {
  readonly description: string;
  readonly sensitivity: Sensitivity;
}

export type Permission = keyof typeof PERMISSIONS;

export const isPermission = (key: string): key is Permission => Object.hasOwn(PERMISSIONS, key);

/** What a platform backend may hold: nothing here manages staff, decides a review or reads the audit log. */
export const API_KEY_SCOPES = [
  'account.read',
  'account.write',
  'transaction.read',
  'transaction.create',
  'transaction.capture',
  'catalogue.read',
  'limit.read',
  'limit.write',
  'event.create',
  'refund.read',
  'refund.create',
  'dispute.read',
  'content.scan',
  'appeal.read',
  'appeal.create',
] as const satisfies readonly Permission[];

export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];
