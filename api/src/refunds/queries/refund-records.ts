import type { StaffRefund } from '@coinwarden/contracts';
import {
  OPEN_REFUND_STATUSES,
  PAYMENT_PROVIDERS,
  REFUND_CHANNELS,
  REFUND_ORIGINS,
  REFUND_STATUSES,
  refundActionsFor,
} from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import {
  anyOf,
  before,
  filter,
  flag,
  from,
  type StaffResource,
  searchText,
} from '../../platform/http/staff-list.js';
import {
  REFUND_COLUMNS,
  type RefundRecord,
  type RefundRow,
  toRefundRecord,
} from '../persistence/refunds.store.js';
import { refundView } from './refund-view.js';

const text = z.string().min(1).max(200);
const OPEN = OPEN_REFUND_STATUSES.map((status) => `'${status}'`).join(', ');

/** An id of refund, purchase or account, or the payment's reference: exactly. */
const search = filter(searchText, (value, param) => {
  const exact = param(value);
  const ids = z.uuid().safeParse(value).success
    ? ` OR refund_id = ${exact}::text::uuid OR transaction_id = ${exact}::text::uuid`
    : '';
  return `(account_id = ${exact}::text OR reference = ${exact}::text${ids})`;
});

export const REFUNDS: StaffResource = {
  name: 'refunds',
  select: REFUND_COLUMNS,
  from: 'refunds',
  id: { column: 'refund_id', schema: z.uuid() },
  filters: {
    accountId: anyOf('account_id', z.string().min(1).max(128)),
    purchaseId: anyOf('transaction_id', z.uuid()),
    reason: anyOf('reason', text),
    status: anyOf('status', z.enum(REFUND_STATUSES)),
    origin: anyOf('origin', z.enum(REFUND_ORIGINS)),
    provider: anyOf('provider', z.enum(PAYMENT_PROVIDERS)),
    channel: anyOf('channel', z.enum(REFUND_CHANNELS)),
    bulkId: anyOf('bulk_id', z.uuid()),
    requestedById: anyOf("(requested_by ->> 'id')", text),
    currency: anyOf('currency', text),
    open: flag(`status IN (${OPEN})`),
    overdue: flag('coalesce(due_at < now(), false)'),
    from: from('requested_at'),
    to: before('requested_at'),
    q: search,
  },
  sorts: { requestedAt: 'refund_id', dueAt: "coalesce(due_at, 'infinity')" },
  defaultSort: ['id', 'DESC'],
};

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());

export function staffRefundOf(refund: RefundRecord, actor: StaffActor, now: number): StaffRefund {
  return {
    id: refund.refundId,
    ...refundView(refund),
    requestedBy: refund.requestedBy,
    approvedBy: refund.approvedBy,
    provider: refund.provider,
    channel: refund.channel,
    bulkId: refund.bulkId,
    note: refund.note,
    dueAt: instant(refund.dueAt),
    overdue: refund.dueAt !== null && refund.dueAt < now,
    attempt: refund.attempt,
    decision: refund.decision,
    allowedActions: refundActionsFor(actor, refund),
  };
}

export const staffRefundFor = (actor: StaffActor, now: number) => (row: RefundRow) =>
  staffRefundOf(toRefundRecord(row), actor, now);
