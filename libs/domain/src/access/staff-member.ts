import { type Failure, fail, ok, type Result } from '../kernel/failure.js';
import { allowedActions, type Machine } from '../kernel/machine.js';
import type { Permission } from './permissions.js';
import { permissionsOf, type Role } from './roles.js';

export const STAFF_STATUSES = ['active', 'disabled'] as const;
export type StaffStatus = (typeof STAFF_STATUSES)[number];

export const STAFF_ACTIONS = [
  'change_role',
  'disable',
  'enable',
  'reset_password',
  'reset_totp',
  'sign_out',
] as const;
export type StaffAction = (typeof STAFF_ACTIONS)[number];

const always = { permission: 'staff.write', reasonRequired: false } as const;

/** What can be done to a member of staff. The actions that leave the status alone are open to the active only. */
const stays = { from: ['active'], to: 'active', ...always } as const;
export const STAFF_MACHINE: Machine<StaffStatus, StaffAction, Permission> = {
  initial: 'active',
  transitions: {
    change_role: stays,
    disable: { from: ['active'], to: 'disabled', ...always },
    enable: { from: ['disabled'], to: 'active', ...always },
    reset_password: stays,
    reset_totp: stays,
    sign_out: stays,
  },
};

export interface StaffSubject {
  readonly id: string;
  readonly role: Role;
  readonly status: StaffStatus;
}

export interface StaffActing {
  readonly id: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** On oneself only the harmless: nobody raises, locks out or un-protects their own sign-in through this door. */
const OPEN_ON_ONESELF: ReadonlySet<StaffAction> = new Set(['sign_out']);

export function staffActionsFor(actor: StaffActing, subject: StaffSubject): StaffAction[] {
  const open = allowedActions(STAFF_MACHINE, subject.status, actor.permissions);
  return actor.id === subject.id ? open.filter((action) => OPEN_ON_ONESELF.has(action)) : open;
}

export type StaffRefusal =
  | 'auth.forbidden'
  | 'staff.own_account'
  | 'action.not_allowed'
  | 'request.invalid'
  | 'staff.last_admin';

export interface StaffActionRequest {
  readonly actor: StaffActing;
  readonly subject: StaffSubject;
  readonly action: StaffAction;
  /** For `change_role`. */
  readonly role?: Role | undefined;
  /** Administrators who can sign in, the subject included if they are one. */
  readonly activeAdmins: number;
}

/**
 * Decides an action on a member of staff. Refusals in order: no permission, own account, not open in this status, a
 * role missing or one that holds what the actor does not (nobody hands out more than they have), the last administrator.
 */
export function decideStaffAction(request: StaffActionRequest): Result<StaffSubject, StaffRefusal> {
  const { actor, subject, action, role } = request;
  const transition = STAFF_MACHINE.transitions[action];
  if (transition.permission && !actor.permissions.has(transition.permission)) return fail('auth.forbidden');
  if (actor.id === subject.id && !OPEN_ON_ONESELF.has(action)) return fail('staff.own_account');
  if (!transition.from.includes(subject.status))
    return fail('action.not_allowed', { status: subject.status });
  if (action === 'change_role') {
    if (!role) return fail('request.invalid', { field: 'role' });
    const refusal = mayGrant(actor, role);
    if (refusal) return { ok: false, failure: refusal };
  }
  const next: StaffSubject = {
    id: subject.id,
    role: action === 'change_role' && role ? role : subject.role,
    status: transition.to,
  };
  const wasAdmin = subject.role === 'admin' && subject.status === 'active';
  const staysAdmin = next.role === 'admin' && next.status === 'active';
  if (wasAdmin && !staysAdmin && request.activeAdmins <= 1) return fail('staff.last_admin');
  return ok(next);
}

/** Null when every permission of the role is the actor's own. */
export function mayGrant(actor: StaffActing, role: Role): Failure<'auth.forbidden'> | null {
  const missing = [...permissionsOf(role)].filter((permission) => !actor.permissions.has(permission));
  return missing.length === 0 ? null : { code: 'auth.forbidden', params: { missing } };
}
