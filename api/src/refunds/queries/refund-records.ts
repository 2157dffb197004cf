import type { Refund, StaffRefund } from '@coinwarden/contracts';
import { REFUND_STATUSES } from '@coinwarden/domain';
import { z } from 'zod';
import { anyOf, type StaffResource } from '../../platform/http/staff-list.js';

export interface RefundRow {
  refund_id: string;
  transaction_id: string;
  account_id: string;
  amount_minor: bigint;
  currency: string;
  reason: Refund['reason'];
  status: Refund['status'];
  requested_at: Date;
}

export const REFUNDS: StaffResource = {
  name: 'refunds',
  select: 'refund_id, transaction_id, account_id, amount_minor, currency, reason, status, requested_at',
  from: 'refunds',
  id: { column: 'refund_id', schema: z.uuid() },
  filters: {
    accountId: anyOf('account_id', z.string().min(1).max(128)),
    reason: anyOf('reason', z.string()),
    status: anyOf('status', z.enum(REFUND_STATUSES)),
  },
  sorts: { requestedAt: 'refund_id' },
  defaultSort: ['id', 'DESC'],
};

export const refundOf = (row: RefundRow): Refund => ({
  refundId: row.refund_id,
  purchaseId: row.transaction_id,
  accountId: row.account_id,
  money: { amountMinor: Number(row.amount_minor), currency: row.currency },
  reason: row.reason,
  status: row.status,
  origin: 'automatic',
  requestedAt: row.requested_at.toISOString(),
  changedAt: row.requested_at.toISOString(),
  nextStep: null,
  failure: null,
});

export const staffRefundOf = (row: RefundRow): StaffRefund => ({
  id: row.refund_id,
  ...refundOf(row),
  requestedBy: { type: 'system', id: 'decisions', name: 'decisions' },
  approvedBy: null,
  provider: null,
  channel: 'provider',
  bulkId: null,
  note: null,
  dueAt: null,
  overdue: false,
  attempt: 0,
  decision: null,
  allowedActions: [],
});
