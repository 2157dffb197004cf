import type { Permission } from '../access/permissions.js';
import { allowedActions, type Machine } from '../kernel/machine.js';
import type { RefundChannel, RefundOrigin, RefundStatus } from './refund.js';

/** What people do to a refund. */
export const REFUND_ACTIONS = ['approve', 'reject', 'cancel', 'confirm_paid', 'retry'] as const;
export type RefundAction = (typeof REFUND_ACTIONS)[number];

/** What the policy and the provider do to it. */
export const REFUND_STEPS = [
  'auto_approve',
  'ask_second_person',
  'refuse',
  'start',
  'succeed',
  'fail',
] as const;
export type RefundStep = (typeof REFUND_STEPS)[number];

const bySystem = { permission: null, reasonRequired: false } as const;

/**
 * The refund workflow. A retry goes through the policy again, so a refund that failed is paid only if it would be paid
 * today. A refund that went through can still fail: providers take them back.
 */
export const REFUND_MACHINE = {
  initial: 'requested',
  transitions: {
    approve: {
      from: ['pending_approval'],
      to: 'approved',
      permission: 'refund.approve',
      reasonRequired: false,
    },
    reject: {
      from: ['requested', 'pending_approval'],
      to: 'rejected',
      permission: 'refund.approve',
      reasonRequired: true,
    },
    cancel: {
      from: ['requested', 'pending_approval', 'approved'],
      to: 'cancelled',
      permission: 'refund.create',
      reasonRequired: true,
    },
    confirm_paid: {
      from: ['approved'],
      to: 'succeeded',
      permission: 'refund.approve',
      reasonRequired: false,
    },
    retry: { from: ['failed'], to: 'requested', permission: 'refund.create', reasonRequired: false },
    auto_approve: { from: ['requested'], to: 'approved', ...bySystem },
    ask_second_person: { from: ['requested'], to: 'pending_approval', ...bySystem },
    refuse: { from: ['requested'], to: 'rejected', ...bySystem },
    start: { from: ['approved'], to: 'processing', ...bySystem },
    /** A retried refund may turn out to have gone through before it is made again. */
    succeed: {
      from: ['requested', 'pending_approval', 'approved', 'processing', 'failed'],
      to: 'succeeded',
      ...bySystem,
    },
    fail: { from: ['approved', 'processing', 'succeeded'], to: 'failed', ...bySystem },
  },
} as const satisfies Machine<RefundStatus, RefundAction | RefundStep, Permission>;

/** What the actions on one refund depend on. */
export interface RefundSubject {
  readonly status: RefundStatus;
  readonly origin: RefundOrigin;
  readonly channel: RefundChannel;
  /** Everyone who asked for it: the requester, whoever asked for its bulk, whoever retried it. */
  readonly askedBy: readonly string[];
}

export interface RefundActing {
  readonly id: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** Actions that pay money out: never by somebody who asked for it, whatever their role is now. */
const BY_ANOTHER: ReadonlySet<RefundAction> = new Set(['approve', 'confirm_paid']);

export const needsAnotherPerson = (action: RefundAction): boolean => BY_ANOTHER.has(action);

export const isOwnRefund = (actor: RefundActing, refund: RefundSubject): boolean =>
  refund.askedBy.includes(actor.id);

/** Open by status, permission, origin and channel, whoever asks. */
function isOpen(action: RefundAction, actor: RefundActing, refund: RefundSubject): boolean {
  // What the provider did by itself is a fact; nobody decides on it.
  if (refund.origin === 'external') return false;
  if (action === 'confirm_paid') return refund.channel === 'manual';
  // Money that is owed (automatic) or that somebody else asked for is withdrawn only by who may approve it.
  if (action === 'cancel') return isOwnRefund(actor, refund) || actor.permissions.has('refund.approve');
  return true;
}

/** What this person may do to this refund now: draws the buttons, and is asked again when one is pressed. */
export function refundActionsFor(actor: RefundActing, refund: RefundSubject): RefundAction[] {
  return openRefundActions(actor, refund).filter(
    (action) => !(needsAnotherPerson(action) && isOwnRefund(actor, refund)),
  );
}

/** The same before the rule that nobody approves their own: to tell "not open" from "not by you". */
export function openRefundActions(actor: RefundActing, refund: RefundSubject): RefundAction[] {
  const isAction = (action: string): action is RefundAction =>
    (REFUND_ACTIONS as readonly string[]).includes(action);
  return allowedActions(REFUND_MACHINE, refund.status, actor.permissions)
    .filter(isAction)
    .filter((action) => isOpen(action, actor, refund));
}
