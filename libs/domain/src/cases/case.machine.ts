import type { Permission } from '../access/permissions.js';
import { type Failure, fail } from '../kernel/failure.js';
import type { Machine } from '../kernel/machine.js';
import type { Instant } from '../kernel/time.js';
import { type CaseOrigin, type CaseStatus, isGathering, type Lease } from './case.js';

/**
 * What people do to a case. Moves change its status, duties leave it. Two rules stand above both tables: nobody acts on a
 * case that somebody else holds, and nobody decides about their own decision.
 */
export const CASE_MOVES = [
  'decide',
  'confirm',
  'send_back',
  'escalate',
  'snooze',
  'wake',
  'merge',
  'reopen',
  'appeal',
  'grant',
  'deny',
] as const;
export type CaseMove = (typeof CASE_MOVES)[number];

/** What follows by itself: a decision that needs a second person, and a case with nothing left to decide. */
export const CASE_STEPS = ['propose', 'close'] as const;
export type CaseStep = (typeof CASE_STEPS)[number];

export const CASE_DUTY_NAMES = ['claim', 'release', 'assign', 'note'] as const;
export type CaseDuty = (typeof CASE_DUTY_NAMES)[number];

export const CASE_ACTIONS = ['claim', 'release', ...CASE_MOVES, 'assign', 'note'] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

const work = { permission: 'case.work', reasonRequired: false } as const;
const workWithReason = { permission: 'case.work', reasonRequired: true } as const;
const leadWithReason = { permission: 'case.lead', reasonRequired: true } as const;
const bySystem = { permission: null, reasonRequired: false } as const;

export const CASE_MACHINE = {
  initial: 'open',
  transitions: {
    decide: { from: ['open', 'escalated'], to: 'decided', ...work },
    propose: { from: ['open', 'escalated'], to: 'second_look', ...bySystem },
    confirm: { from: ['second_look'], to: 'decided', ...work },
    send_back: { from: ['second_look'], to: 'open', ...workWithReason },
    escalate: { from: ['open'], to: 'escalated', ...workWithReason },
    snooze: { from: ['open', 'escalated'], to: 'snoozed', ...work },
    wake: { from: ['snoozed'], to: 'open', ...work },
    merge: { from: ['open', 'snoozed', 'escalated'], to: 'merged', ...work },
    close: { from: ['open', 'snoozed', 'escalated'], to: 'closed', ...bySystem },
    reopen: { from: ['decided', 'closed'], to: 'open', ...leadWithReason },
    appeal: { from: ['decided'], to: 'appealed', permission: 'appeal.create', reasonRequired: true },
    grant: { from: ['appealed'], to: 'decided', ...leadWithReason },
    deny: { from: ['appealed'], to: 'decided', ...leadWithReason },
  },
} as const satisfies Machine<CaseStatus, CaseMove | CaseStep, Permission>;

export const CASE_DUTIES = {
  claim: { in: ['open', 'escalated', 'second_look', 'appealed'], permission: 'case.work' },
  release: { in: ['open', 'escalated', 'second_look', 'appealed'], permission: 'case.work' },
  assign: { in: ['open', 'snoozed', 'escalated', 'second_look'], permission: 'case.lead' },
  note: {
    in: ['open', 'snoozed', 'escalated', 'second_look', 'decided', 'closed', 'merged', 'appealed'],
    permission: 'case.work',
  },
} as const satisfies Record<
  CaseDuty,
  { readonly in: readonly CaseStatus[]; readonly permission: Permission }
>;

/**
 * Where a step leaves a case, and whether only a lead may still decide it. What was escalated stays so until it is decided:
 * put aside and woken, or sent back by a second person, it waits for a lead again.
 */
export function afterCaseStep(
  step: CaseMove | CaseStep,
  wasEscalated: boolean,
): { readonly status: CaseStatus; readonly escalated: boolean } {
  const { to } = CASE_MACHINE.transitions[step];
  const escalated = step === 'escalate' || (wasEscalated && isGathering(to));
  return { status: escalated && to === 'open' ? 'escalated' : to, escalated };
}

/** What the actions on one case depend on. */
export interface CaseSubject {
  readonly status: CaseStatus;
  readonly origin: CaseOrigin;
  /** Also one that has run out. */
  readonly lease: Lease | null;
  readonly barred: readonly string[];
  /** Its last decision took something from the account and was never appealed. */
  readonly appealable: boolean;
}

export interface CaseActing {
  readonly id: string;
  readonly permissions: ReadonlySet<Permission>;
}

export type CaseRefusal = 'auth.forbidden' | 'action.not_allowed' | 'case.claimed' | 'case.second_person';

/** The lease as long as it counts. */
export const standing = (lease: Lease | null, now: Instant): Lease | null =>
  lease !== null && lease.until > now ? lease : null;

/** Actions that judge what somebody found: never by whoever found it. */
const BY_ANOTHER: ReadonlySet<CaseAction> = new Set([
  'claim',
  'decide',
  'confirm',
  'send_back',
  'grant',
  'deny',
]);
/** What waits for a lead is worked by one. */
const FOR_LEADS: ReadonlySet<CaseStatus> = new Set(['escalated', 'appealed']);
const LEADS_ALONE: ReadonlySet<CaseAction> = new Set(['claim', 'decide', 'snooze', 'grant', 'deny']);
/** A sample is looked at and decided, nothing else: whatever else was done with it would show what it is. */
const ON_SAMPLES: ReadonlySet<CaseAction> = new Set(['claim', 'release', 'decide', 'note']);
/** Open to everybody, whoever holds the case. */
const BESIDE_THE_HOLDER: ReadonlySet<CaseAction> = new Set(['note', 'assign']);

/**
 * Why somebody may not do this now, or null. In order: no permission, not open in this status, somebody else holds it,
 * another person has to.
 */
export function refuseCaseAction(
  action: CaseAction,
  { actor, subject, now }: { actor: CaseActing; subject: CaseSubject; now: Instant },
): Failure<CaseRefusal> | null {
  const { status, origin } = subject;
  const isLead = actor.permissions.has('case.lead');
  const { permission, open } = ruleOf(action, status);
  if (!actor.permissions.has(permission)) return fail('auth.forbidden', { permission }).failure;
  if (FOR_LEADS.has(status) && LEADS_ALONE.has(action) && !isLead)
    return fail('auth.forbidden', { permission: 'case.lead' }).failure;
  const excluded =
    (origin === 'sample' && !ON_SAMPLES.has(action)) || (action === 'appeal' && !subject.appealable);
  if (!open || excluded) return fail('action.not_allowed', { status }).failure;
  const lease = standing(subject.lease, now);
  const held = lease !== null && lease.staffId !== actor.id;
  if (held && !BESIDE_THE_HOLDER.has(action) && !(action === 'release' && isLead))
    return fail('case.claimed', { by: lease.staffId, until: lease.until }).failure;
  if (action === 'release' && lease === null) return fail('action.not_allowed', { status }).failure;
  if (BY_ANOTHER.has(action) && subject.barred.includes(actor.id)) return fail('case.second_person').failure;
  return null;
}

function ruleOf(action: CaseAction, status: CaseStatus): { permission: Permission; open: boolean } {
  const rule = Object.hasOwn(CASE_DUTIES, action)
    ? CASE_DUTIES[action as CaseDuty]
    : CASE_MACHINE.transitions[action as CaseMove];
  const from: readonly CaseStatus[] = 'in' in rule ? rule.in : rule.from;
  return { permission: rule.permission, open: from.includes(status) };
}

/** What this person may do to this case now: draws the buttons, and is asked again when one is pressed. */
export const caseActionsFor = (actor: CaseActing, subject: CaseSubject, now: Instant): CaseAction[] =>
  CASE_ACTIONS.filter((action) => refuseCaseAction(action, { actor, subject, now }) === null);

export const caseReasonRequired = (action: CaseAction): boolean =>
  Object.hasOwn(CASE_MACHINE.transitions, action) &&
  CASE_MACHINE.transitions[action as CaseMove].reasonRequired;
