import type { StaffTransaction, StaffTransactionDetail, TransactionDetail } from '@coinwarden/contracts';
import {
  masked,
  OUTCOMES,
  type Permission,
  TRANSACTION_KINDS,
  TRANSACTION_STATUSES,
  type TransactionStatus,
} from '@coinwarden/domain';
import { z } from 'zod';
import { anyOf, filter, moment, type StaffResource } from '../../platform/http/staff-list.js';
import { TRANSACTION_COLUMNS, type TransactionRecord } from '../persistence/transaction-page.store.js';
import { toSummary } from './transaction-page.js';

export interface TransactionListRow extends TransactionRecord {
  hold_purpose: 'review' | 'capture' | null;
}

/** Ids are UUIDv7, so a stretch of time is a range of ids and needs no index of its own. */
const firstIdAt = (at: Date): string => {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

const text = z.string().min(1).max(128);

export const TRANSACTIONS: StaffResource = {
  name: 'transactions',
  select: `${TRANSACTION_COLUMNS}, h.purpose AS hold_purpose`,
  from: `transactions t LEFT JOIN holds h
         ON t.status = 'held' AND h.account_id = t.account_id AND h.transaction_id = t.transaction_id
         AND h.ended_at IS NULL`,
  id: { column: 't.transaction_id', schema: z.uuid() },
  filters: {
    accountId: anyOf('t.account_id', text),
    // Gifts received stand with the creator as diamond lots, whose id is the gift's.
    counterpartyId: filter(
      text,
      (value, param) =>
        `t.transaction_id IN (SELECT lot_id FROM diamond_lots WHERE account_id = ${param(value)})`,
    ),
    kind: anyOf('t.kind', z.enum(TRANSACTION_KINDS)),
    outcome: anyOf('t.outcome', z.enum(OUTCOMES)),
    status: anyOf('t.status', z.enum(TRANSACTION_STATUSES)),
    waitsFor: filter(z.enum(['review', 'capture']), (value, param) => `h.purpose = ${param(value)}`),
    paymentReference: filter(
      text,
      (value, param) =>
        `t.transaction_id IN (SELECT transaction_id FROM payment_references
          WHERE provider IN ('stripe', 'apple', 'google', 'other') AND reference = ${param(value)})`,
    ),
    from: filter(moment, (value, param) => `t.transaction_id >= ${param(firstIdAt(value))}::uuid`),
    to: filter(moment, (value, param) => `t.transaction_id < ${param(firstIdAt(value))}::uuid`),
  },
  sorts: { decidedAt: 't.transaction_id' },
  defaultSort: ['id', 'DESC'],
};

type Actions = StaffTransaction['allowedActions'];

/** Only what waits for a person can be released or declined; a purchase that waits for its payment cannot. */
export const allowedActionsOf = (
  waiting: { status: TransactionStatus; purpose: string | null },
  permissions: ReadonlySet<Permission>,
): Actions =>
  waiting.status === 'held' && waiting.purpose === 'review' && permissions.has('transaction.review')
    ? ['release', 'decline']
    : [];

export const transactionRecord = (
  row: TransactionListRow,
  permissions: ReadonlySet<Permission>,
): StaffTransaction => ({
  id: row.transaction_id,
  ...toSummary(row),
  reasons: [...(row.decision.reasons ?? [])] as StaffTransaction['reasons'],
  allowedActions: allowedActionsOf({ status: row.status, purpose: row.hold_purpose }, permissions),
});

export const transactionDetailRecord = (
  detail: TransactionDetail,
  permissions: ReadonlySet<Permission>,
): StaffTransactionDetail => ({
  ...detail,
  id: detail.transactionId,
  request: maskRequest(detail.request, permissions),
  reasons: detail.decision.reasons,
  allowedActions: allowedActionsOf(
    { status: detail.status, purpose: detail.hold?.endedAt === null ? detail.hold.purpose : null },
    permissions,
  ),
});

const stored = z.looseObject({
  device: z.looseObject({ id: z.string(), ip: z.string() }).optional(),
  payment: z.looseObject({ instrument: z.string().optional() }).optional(),
  payout: z.looseObject({ destination: z.string() }).optional(),
});

/** The request as this member of staff may see it. */
function maskRequest(request: Record<string, unknown>, permissions: ReadonlySet<Permission>) {
  const { device, payment, payout, ...rest } = stored.parse(request);
  return {
    ...rest,
    ...(device && {
      device: {
        ...device,
        id: masked(permissions, 'device', device.id),
        ip: masked(permissions, 'ip', device.ip),
      },
    }),
    ...(payment && {
      payment: { ...payment, instrument: masked(permissions, 'paymentInstrument', payment.instrument) },
    }),
    ...(payout && {
      payout: { ...payout, destination: masked(permissions, 'payoutDestination', payout.destination) },
    }),
  };
}
