/**
 * The life of a ruleset version: written, checked, run beside the live one, approved by somebody else, released, replaced.
 * A version can be changed only while it is a draft; whoever wants it otherwise later makes a new draft based on it, so
 * that what was tested is what is released. Exactly one version is live, at most one is in shadow.
 */
import type { Permission } from '../access/permissions.js';
import { allowedActions, type Machine, type Transition } from '../kernel/machine.js';

export const RULESET_STATUSES = [
  'draft',
  'validated',
  'shadow',
  'pending_approval',
  'scheduled',
  'live',
  'retired',
  'rejected',
  'withdrawn',
] as const;
export type RulesetStatus = (typeof RULESET_STATUSES)[number];

/** What people do to a version. */
export const RULESET_ACTIONS = [
  'validate',
  'start_shadow',
  'stop_shadow',
  'submit',
  'approve',
  'reject',
  'recall',
  'withdraw',
  'roll_back',
] as const;
export type RulesetAction = (typeof RULESET_ACTIONS)[number];

/** What follows by itself: the release at its time, the end of the version before, the way back when another came between. */
export const RULESET_STEPS = ['release', 'retire', 'return'] as const;
export type RulesetStep = (typeof RULESET_STEPS)[number];

/** What must hold beyond status and permission. */
export type RulesetGuard = 'sound' | 'shadow_free' | 'another_person' | 'live_unchanged';

export interface RulesetTransition extends Transition<RulesetStatus, Permission> {
  readonly guards: readonly RulesetGuard[];
}

const written = { permission: 'rule.write', guards: [] } as const;
const approved = { permission: 'rule.approve', guards: [] } as const;
const bySystem = { permission: null, reasonRequired: false, guards: [] } as const;

export const RULESET_MACHINE = {
  initial: 'draft',
  transitions: {
    validate: { from: ['draft'], to: 'validated', ...written, reasonRequired: false, guards: ['sound'] },
    start_shadow: {
      from: ['validated'],
      to: 'shadow',
      ...written,
      reasonRequired: false,
      guards: ['shadow_free'],
    },
    stop_shadow: { from: ['shadow'], to: 'validated', ...written, reasonRequired: false },
    submit: { from: ['validated', 'shadow'], to: 'pending_approval', ...written, reasonRequired: true },
    /** Approved is scheduled; what is due already is released in the same breath. */
    approve: {
      from: ['pending_approval'],
      to: 'scheduled',
      ...approved,
      reasonRequired: false,
      guards: ['another_person', 'live_unchanged'],
    },
    reject: { from: ['pending_approval'], to: 'rejected', ...approved, reasonRequired: true },
    recall: { from: ['pending_approval', 'scheduled'], to: 'validated', ...written, reasonRequired: true },
    withdraw: { from: ['draft', 'validated', 'shadow'], to: 'withdrawn', ...written, reasonRequired: true },
    /** It was approved when it went live; going back to it needs one person and no waiting. */
    roll_back: { from: ['retired'], to: 'live', ...approved, reasonRequired: true },
    release: { from: ['scheduled'], to: 'live', ...bySystem, guards: ['live_unchanged'] },
    retire: { from: ['live'], to: 'retired', ...bySystem },
    /** Another version went live meanwhile: what was approved is no longer what would change. */
    return: { from: ['scheduled'], to: 'pending_approval', ...bySystem },
  },
} as const satisfies {
  initial: RulesetStatus;
  transitions: Record<RulesetAction | RulesetStep, RulesetTransition>;
} & Machine<RulesetStatus, RulesetAction | RulesetStep, Permission>;

/** What the actions on one version depend on. */
export interface RulesetSubject {
  readonly status: RulesetStatus;
  /** Everyone who wrote any of what is not approved yet, or submitted it. */
  readonly authors: readonly string[];
}

export interface RulesetActing {
  readonly id: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** What the guards look at, for one attempt. */
export interface RulesetAttempt {
  readonly reason: string | null;
  /** Whether it compiles within its cost limits. */
  readonly sound: boolean;
  /** The version in shadow, if any. */
  readonly shadowVersion: number | null;
  readonly liveVersion: number | null;
  /** The live version whose replacement was looked at. */
  readonly replaces: number | null;
}

export type RulesetRefusal =
  | 'not_allowed'
  | 'forbidden'
  | 'self_approval'
  | 'reason_required'
  | 'unsound'
  | 'shadow_taken'
  | 'live_changed';

const isAction = (action: string): action is RulesetAction =>
  (RULESET_ACTIONS as readonly string[]).includes(action);

const guardsOf = (action: RulesetAction): readonly RulesetGuard[] =>
  RULESET_MACHINE.transitions[action].guards;

const isOwn = (actor: RulesetActing, ruleset: RulesetSubject) => ruleset.authors.includes(actor.id);

/** What this person may do to this version now: fills `allowedActions` and draws the buttons. */
export function rulesetActionsFor(actor: RulesetActing, ruleset: RulesetSubject): RulesetAction[] {
  return allowedActions(RULESET_MACHINE, ruleset.status, actor.permissions)
    .filter(isAction)
    .filter((action) => !(guardsOf(action).includes('another_person') && isOwn(actor, ruleset)));
}

/**
 * Why an action cannot be taken, in this order: forbidden, not_allowed, self_approval, reason_required, then the guards as
 * the transition names them. Null when it can.
 */
export function refuseRulesetAction(
  action: RulesetAction,
  ruleset: RulesetSubject,
  by: { readonly actor: RulesetActing; readonly attempt: RulesetAttempt },
): RulesetRefusal | null {
  const transition: RulesetTransition = RULESET_MACHINE.transitions[action];
  const { actor, attempt } = by;
  if (transition.permission !== null && !actor.permissions.has(transition.permission)) return 'forbidden';
  if (!transition.from.includes(ruleset.status)) return 'not_allowed';
  const { guards } = transition;
  if (guards.includes('another_person') && isOwn(actor, ruleset)) return 'self_approval';
  if (transition.reasonRequired && attempt.reason === null) return 'reason_required';
  if (guards.includes('sound') && !attempt.sound) return 'unsound';
  if (guards.includes('shadow_free') && attempt.shadowVersion !== null) return 'shadow_taken';
  if (guards.includes('live_unchanged') && attempt.replaces !== attempt.liveVersion) return 'live_changed';
  return null;
}
