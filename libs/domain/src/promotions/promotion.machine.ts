/**
 * The life of a promotion: written, approved by somebody else where it may cost much, released, and stopped at once when
 * need be. It can be changed only while it is a draft, so that what was approved is what runs. Time does the rest: a
 * released one begins and ends by its window (`statusAt`), without anybody's doing.
 */
import type { Permission } from '../access/permissions.js';
import { allowedActions, type Machine, type Transition } from '../kernel/machine.js';
import type { PromotionStatus } from './promotion.js';

export const PROMOTION_ACTIONS = [
  'submit',
  'approve',
  'reject',
  'recall',
  'pause',
  'resume',
  'end',
  'discard',
] as const;
export type PromotionAction = (typeof PROMOTION_ACTIONS)[number];

type Guard = 'another_person';
interface PromotionTransition extends Transition<PromotionStatus, Permission> {
  readonly guard?: Guard;
}

const written = { permission: 'catalogue.write' } as const;
const approved = { permission: 'promotion.approve', guard: 'another_person' } as const;
const stopped = { permission: 'promotion.pause', reasonRequired: true } as const;

export const PROMOTION_MACHINE = {
  initial: 'draft',
  transitions: {
    /** One that may cost little needs no second person: it is scheduled in the same breath. */
    submit: { from: ['draft'], to: 'pending_approval', ...written, reasonRequired: true },
    approve: { from: ['pending_approval'], to: 'scheduled', ...approved, reasonRequired: false },
    reject: { from: ['pending_approval'], to: 'draft', ...approved, reasonRequired: true },
    /** Back to the desk, as long as nobody can have bought with it. */
    recall: { from: ['pending_approval', 'scheduled'], to: 'draft', ...written, reasonRequired: true },
    pause: { from: ['scheduled', 'active'], to: 'paused', ...stopped },
    resume: { from: ['paused'], to: 'scheduled', ...written, reasonRequired: true },
    end: { from: ['active', 'paused'], to: 'ended', ...written, reasonRequired: true },
    /** A draft that nobody will need: it is gone, its history stays in the audit log. */
    discard: { from: ['draft'], to: 'ended', ...written, reasonRequired: true },
  },
} as const satisfies {
  initial: PromotionStatus;
  transitions: Record<PromotionAction, PromotionTransition>;
} & Machine<PromotionStatus, PromotionAction, Permission>;

/** What the actions on one promotion depend on; `status` is that of the moment. */
export interface PromotionSubject {
  readonly status: PromotionStatus;
  /** Everyone who wrote or submitted it since it was last approved. */
  readonly authors: readonly string[];
}

export interface PromotionActing {
  readonly id: string;
  readonly permissions: ReadonlySet<Permission>;
}

export type PromotionRefusal = 'forbidden' | 'not_allowed' | 'self_approval' | 'reason_required';

const transitionOf = (action: PromotionAction): PromotionTransition => PROMOTION_MACHINE.transitions[action];

const isOwn = (actor: PromotionActing, { authors }: PromotionSubject) => authors.includes(actor.id);

/** What this person may do to the promotion now: fills `allowedActions` and draws the buttons. */
export function promotionActionsFor(actor: PromotionActing, promotion: PromotionSubject): PromotionAction[] {
  return allowedActions(PROMOTION_MACHINE, promotion.status, actor.permissions).filter(
    (action) => !(transitionOf(action).guard === 'another_person' && isOwn(actor, promotion)),
  );
}

/** Why an action cannot be taken, in the order of `PromotionRefusal`; null when it can. */
export function refusePromotionAction(
  action: PromotionAction,
  promotion: PromotionSubject,
  { actor, reason }: { readonly actor: PromotionActing; readonly reason: string | null },
): PromotionRefusal | null {
  const { permission, from, guard, reasonRequired } = transitionOf(action);
  if (permission !== null && !actor.permissions.has(permission)) return 'forbidden';
  if (!from.includes(promotion.status)) return 'not_allowed';
  if (guard === 'another_person' && isOwn(actor, promotion)) return 'self_approval';
  return reasonRequired && reason === null ? 'reason_required' : null;
}

/** Whether a second person has to approve: the budget is above what one may give away alone, or there is none. */
export const needsApproval = (budgetCoins: bigint | null, freelyCoins: bigint): boolean =>
  budgetCoins === null || budgetCoins > freelyCoins;
