import { ACCOUNT_STATUSES, DEBT_CHANGE_CAUSES } from '@coinwarden/domain';
import { z } from 'zod';
import { caseTold } from './appeals.js';
import { dispute } from './disputes.js';
import { amount, instant } from './primitives.js';
import { refund } from './refunds.js';
import { limitRoom, reason, transactionSummary } from './transactions.js';

/**
 * What Coinwarden tells the platform, signed by Standard Webhooks: headers `webhook-id` (the same on every attempt, so
 * that a receiver can drop repeats), `webhook-timestamp`, `webhook-signature`; body `{ type, timestamp, data }`. Events may
 * arrive more than once and out of order; a transaction's `data` is its state when the message is sent, `type` and
 * `timestamp` say what happened when.
 */
const TRANSACTION_EVENTS = [
  'transaction.approved',
  'transaction.held',
  'transaction.declined',
  'transaction.released',
  'transaction.restored',
  'transaction.captured',
  'transaction.voided',
  'hold.expired',
] as const;
const ACCOUNT_EVENTS = [
  'account.restricted',
  'account.suspended',
  'account.released',
  'account.closed',
] as const;

const REFUND_EVENTS = [
  'refund.requested',
  'refund.approved',
  'refund.succeeded',
  'refund.failed',
  'refund.rejected',
  'refund.cancelled',
] as const;

/** `dispute.updated`: it needs an answer again, is with the bank, or money, deadline or purchase of it changed. */
const DISPUTE_EVENTS = [
  'dispute.opened',
  'dispute.updated',
  'dispute.won',
  'dispute.lost',
  'dispute.accepted',
  'dispute.expired',
  'dispute.prevented',
  'dispute.cancelled',
] as const;

const CASE_EVENTS = [
  'case.opened',
  'case.decided',
  'appeal.opened',
  'appeal.granted',
  'appeal.denied',
] as const;

/** `near`: at 80 % of a limit or more; `reached`: nothing is left, or a spend was refused for it. Once per limit and window. */
const LIMIT_EVENTS = ['limit.near', 'limit.reached'] as const;

export const WEBHOOK_EVENT_TYPES = [
  ...TRANSACTION_EVENTS,
  ...ACCOUNT_EVENTS,
  ...REFUND_EVENTS,
  ...DISPUTE_EVENTS,
  ...CASE_EVENTS,
  'account.warned',
  'account.debt_changed',
  'account.guardian_changed',
  'limit.changed',
  ...LIMIT_EVENTS,
  'endpoint.test',
] as const;
export type WebhookEventType = (typeof WEBHOOK_EVENT_TYPES)[number];
export type TransactionEventType = (typeof TRANSACTION_EVENTS)[number];
export type AccountEventType = (typeof ACCOUNT_EVENTS)[number];
export type RefundEventType = (typeof REFUND_EVENTS)[number];
export type DisputeEventType = (typeof DISPUTE_EVENTS)[number];
export type CaseEventType = (typeof CASE_EVENTS)[number];
export type LimitEventType = (typeof LIMIT_EVENTS)[number];

const transactionEvent = z.object({
  type: z.enum(TRANSACTION_EVENTS),
  timestamp: instant,
  data: transactionSummary.extend({ reasons: z.array(reason) }),
});
const accountEvent = z.object({
  type: z.enum(ACCOUNT_EVENTS),
  timestamp: instant,
  data: z.object({ accountId: z.string(), status: z.enum(ACCOUNT_STATUSES), reason: z.string().nullable() }),
});
const debtEvent = z.object({
  type: z.literal('account.debt_changed'),
  timestamp: instant,
  data: z.object({
    accountId: z.string(),
    /** The transaction that paid, or the purchase whose coins were taken or given back. */
    transactionId: z.string(),
    why: z.enum(DEBT_CHANGE_CAUSES),
    /** Coins; negative when the debt fell. */
    change: z.int(),
    /** What the account owes since. */
    debtCoins: amount,
  }),
});
/** `data` is the refund when the event was noted; `type` says what happened. */
const refundEvent = z.object({ type: z.enum(REFUND_EVENTS), timestamp: instant, data: refund });
/** The same of a dispute; `accountId` and `purchaseId` are null while its purchase is not known. */
const disputeEvent = z.object({ type: z.enum(DISPUTE_EVENTS), timestamp: instant, data: dispute });
/** `data` is the case when the message is sent: what was decided, not by whom. */
const caseEvent = z.object({ type: z.enum(CASE_EVENTS), timestamp: instant, data: caseTold });
const warningEvent = z.object({
  type: z.literal('account.warned'),
  timestamp: instant,
  data: z.object({ accountId: z.string(), caseId: z.string(), text: z.string() }),
});
const limitEvent = z.object({
  type: z.literal('limit.changed'),
  timestamp: instant,
  data: z.object({ accountId: z.string(), layer: limitRoom.shape.layer, reason: z.string().nullable() }),
});
/** `data` is the limit with its room when `transactionId` was decided; `resetsAt` is when the room comes back. */
const limitRoomEvent = z.object({
  type: z.enum(LIMIT_EVENTS),
  timestamp: instant,
  data: limitRoom.extend({ accountId: z.string(), transactionId: z.string(), resetsAt: instant }),
});
/** Staff named another guardian, or none: until the platform says something else than before, theirs stands. */
const guardianEvent = z.object({
  type: z.literal('account.guardian_changed'),
  timestamp: instant,
  data: z.object({ accountId: z.string(), guardianAccountId: z.string().nullable() }),
});
const testEvent = z.object({
  type: z.literal('endpoint.test'),
  timestamp: instant,
  data: z.object({ endpointId: z.string() }),
});

export const webhookEvent = z
  .discriminatedUnion('type', [
    transactionEvent,
    accountEvent,
    refundEvent,
    disputeEvent,
    caseEvent,
    warningEvent,
    debtEvent,
    limitEvent,
    limitRoomEvent,
    guardianEvent,
    testEvent,
  ])
  .meta({ id: 'WebhookEvent' });
export type WebhookEvent = z.infer<typeof webhookEvent>;
