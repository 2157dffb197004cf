import type { Permission } from '../access/permissions.js';
import { allowedActions, type Machine } from '../kernel/machine.js';
import type { RefundActing } from './refund.machine.js';

/** Many refunds asked for at once, worked off one by one. */
export const REFUND_BULK_STATUSES = [
  'requested',
  'pending_approval',
  'running',
  'done',
  'rejected',
  'cancelled',
] as const;
export type RefundBulkStatus = (typeof REFUND_BULK_STATUSES)[number];

export const REFUND_BULK_ACTIONS = ['approve', 'reject', 'cancel'] as const;
export type RefundBulkAction = (typeof REFUND_BULK_ACTIONS)[number];

/** How one purchase of it went. */
export const REFUND_BULK_ITEM_STATUSES = ['waiting', 'opened', 'refused'] as const;
export type RefundBulkItemStatus = (typeof REFUND_BULK_ITEM_STATUSES)[number];

export const REFUND_BULK_MACHINE = {
  initial: 'requested',
  transitions: {
    approve: {
      from: ['pending_approval'],
      to: 'running',
      permission: 'refund.approve',
      reasonRequired: false,
    },
    reject: {
      from: ['pending_approval'],
      to: 'rejected',
      permission: 'refund.approve',
      reasonRequired: true,
    },
    /** Ends what is left; the refunds it has opened stay. */
    cancel: {
      from: ['pending_approval', 'running'],
      to: 'cancelled',
      permission: 'refund.bulk',
      reasonRequired: true,
    },
    start: { from: ['requested'], to: 'running', permission: null, reasonRequired: false },
    ask_second_person: {
      from: ['requested'],
      to: 'pending_approval',
      permission: null,
      reasonRequired: false,
    },
    finish: { from: ['running'], to: 'done', permission: null, reasonRequired: false },
  },
} as const satisfies Machine<
  RefundBulkStatus,
  RefundBulkAction | 'start' | 'ask_second_person' | 'finish',
  Permission
>;

export interface RefundBulkSubject {
  readonly status: RefundBulkStatus;
  readonly requestedBy: string;
}

export function openBulkActions(actor: RefundActing, bulk: RefundBulkSubject): RefundBulkAction[] {
  const isAction = (action: string): action is RefundBulkAction =>
    (REFUND_BULK_ACTIONS as readonly string[]).includes(action);
  return allowedActions(REFUND_BULK_MACHINE, bulk.status, actor.permissions).filter(isAction);
}

/** Nobody approves their own bulk. */
export const refundBulkActionsFor = (actor: RefundActing, bulk: RefundBulkSubject): RefundBulkAction[] =>
  openBulkActions(actor, bulk).filter((action) => action !== 'approve' || actor.id !== bulk.requestedBy);
