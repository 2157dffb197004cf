import { REFUND_REASONS, type Refund } from '@coinwarden/contracts';
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
    reason: anyOf('reason', z.enum(REFUND_REASONS)),
    status: anyOf('status', z.enum(['requested'])),
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
  requestedAt: row.requested_at.toISOString(),
});
