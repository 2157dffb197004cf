import type { Permission } from '../access/permissions.js';
import { allowedActions, type Machine } from '../kernel/machine.js';
import { type DisputeStage, type DisputeStatus, isClosed } from './dispute.js';

/** What people do to a dispute; where it stands beyond that, the provider says. */
export const DISPUTE_ACTIONS = ['submit', 'accept', 'refund'] as const;
export type DisputeAction = (typeof DISPUTE_ACTIONS)[number];

export const DISPUTE_STEPS = [
  'lapse',
  'told_under_review',
  'told_won',
  'told_lost',
  'told_prevented',
  'told_cancelled',
  'told_needs_response',
] as const;
export type DisputeStep = (typeof DISPUTE_STEPS)[number];

const told = { permission: null, reasonRequired: false } as const;
const OPEN = ['needs_response', 'under_review', 'expired'] as const;
const ANY = [...OPEN, 'won', 'lost', 'accepted', 'prevented', 'cancelled'] as const;

/**
 * The life of a dispute. Evidence is submitted once per stage; a provider's word may follow from anywhere, because banks
 * change their minds: what was lost is won on appeal, what was won comes back as pre-arbitration.
 */
export const DISPUTE_MACHINE = {
  initial: 'needs_response',
  transitions: {
    submit: {
      from: ['needs_response'],
      to: 'under_review',
      permission: 'dispute.respond',
      reasonRequired: false,
    },
    accept: {
      from: ['needs_response'],
      to: 'accepted',
      permission: 'dispute.respond',
      reasonRequired: true,
    },
    /** Before it becomes a dispute: of an inquiry only, answered or not. */
    refund: {
      from: ['needs_response', 'under_review', 'expired'],
      to: 'prevented',
      permission: 'dispute.respond',
      reasonRequired: false,
    },
    lapse: { from: ['needs_response'], to: 'expired', ...told },
    told_needs_response: { from: ANY, to: 'needs_response', ...told },
    told_under_review: { from: ANY, to: 'under_review', ...told },
    told_won: { from: ANY, to: 'won', ...told },
    told_lost: { from: ANY, to: 'lost', ...told },
    told_prevented: { from: ANY, to: 'prevented', ...told },
    told_cancelled: { from: ANY, to: 'cancelled', ...told },
  },
} as const satisfies Machine<DisputeStatus, DisputeAction | DisputeStep, Permission>;

export interface DisputeSubject {
  readonly status: DisputeStatus;
  readonly stage: DisputeStage;
  /** Its purchase is known. */
  readonly matched: boolean;
  /** An answer is on its way, or was taken. */
  readonly answering: boolean;
  /** The provider takes a refund of it, and none is under way. */
  readonly refundable: boolean;
}

/** What somebody with these permissions may do now. */
export function disputeActionsFor(
  permissions: ReadonlySet<Permission>,
  dispute: DisputeSubject,
): DisputeAction[] {
  if (isClosed(dispute.status) || dispute.answering) return [];
  return allowedActions(DISPUTE_MACHINE, dispute.status, permissions).filter(
    (action): action is DisputeAction => {
      if (action === 'submit') return dispute.matched;
      if (action === 'refund') return dispute.matched && dispute.stage === 'inquiry' && dispute.refundable;
      // An inquiry took nothing yet: who gives in refunds it.
      return action === 'accept' && dispute.stage !== 'inquiry';
    },
  );
}
