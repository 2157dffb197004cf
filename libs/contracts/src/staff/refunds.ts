import {
  ACCOUNT_RISKS,
  CLAWBACK_CAUSES,
  PAYMENT_PROVIDERS,
  REFUND_ACTIONS,
  REFUND_CHANNELS,
  REFUND_EVENT_KINDS,
  REFUND_OUTCOMES,
  REQUESTER_KINDS,
} from '@coinwarden/domain';
import { z } from 'zod';
import { clawbackPreview, moneyBackView } from '../clawback.js';
import { amount, instant, longText, money, shortText } from '../primitives.js';
import { refund, refundRequest } from '../refunds.js';

/** Who did something; `name` is a person's, a key's, or what the system was doing. */
export const refundActor = z
  .object({ type: z.enum(['staff', 'api_key', 'system']), id: z.string(), name: z.string() })
  .meta({ id: 'RefundActor' });
export type RefundActorView = z.infer<typeof refundActor>;

/** What the policy decided, by which row of which version, and what it saw. */
export const refundDecision = z
  .object({
    outcome: z.enum(REFUND_OUTCOMES),
    policyVersion: z.int(),
    /** Null: no row fitted. */
    rowId: z.string().nullable(),
    why: z.string(),
    values: z.object({
      requester: z.enum(REQUESTER_KINDS),
      amountMinor: amount,
      currency: z.string(),
      amountUsdMinor: amount.nullable(),
      ageDays: z.int(),
      spentPercent: z.int(),
      risk: z.enum(ACCOUNT_RISKS),
      accountStatus: z.string(),
      accountAgeDays: z.int(),
      refundsIn90Days: z.int(),
      lostDisputes: z.int(),
      debtCoins: amount,
    }),
  })
  .meta({ id: 'RefundDecision' });
export type RefundDecisionView = z.infer<typeof refundDecision>;

/**
 * A row of the staff list `refunds`. Filters: `id accountId purchaseId reason status origin provider channel bulkId
 * requestedById currency`, `overdue` and `open` (booleans), `from` and `to` (of `requestedAt`), `q` (an id of refund,
 * purchase or account, or the payment's reference). Sorts: `id requestedAt dueAt`.
 */
export const staffRefund = refund
  .extend({
    id: z.string(),
    requestedBy: refundActor,
    approvedBy: refundActor.nullable(),
    provider: z.enum(PAYMENT_PROVIDERS).nullable(),
    channel: z.enum(REFUND_CHANNELS),
    bulkId: z.string().nullable(),
    note: z.string().nullable(),
    /** When it will have waited too long in its status; null when it waits for nobody. */
    dueAt: instant.nullable(),
    overdue: z.boolean(),
    attempt: z.int(),
    decision: refundDecision.nullable(),
    allowedActions: z.array(z.enum(REFUND_ACTIONS)),
  })
  .meta({ id: 'StaffRefund' });
export type StaffRefund = z.infer<typeof staffRefund>;

/** One line of a refund's timeline, append-only. `details` depends on the kind; ids and values, nothing secret. */
export const refundEvent = z
  .object({
    eventId: z.string(),
    kind: z.enum(REFUND_EVENT_KINDS),
    at: instant,
    actor: refundActor,
    /** A note's text, or the reason that was given. */
    text: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'RefundEvent' });
export type RefundEventView = z.infer<typeof refundEvent>;

/** What a provider said about one of its refunds; several when an attempt failed and was made again. */
export const providerRefundView = z
  .object({
    providerRefundId: z.string(),
    attempt: z.int(),
    status: z.enum(['pending', 'succeeded', 'failed', 'cancelled', 'reversed']),
    money,
    detail: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'ProviderRefundView' });
export type ProviderRefundView = z.infer<typeof providerRefundView>;

/** The purchase as the wizard and the refund's page show it. */
export const refundPurchase = z
  .object({
    purchaseId: z.string(),
    accountId: z.string(),
    status: z.string(),
    money,
    moneyBack: moneyBackView,
    /** Refundable, less what other open refunds have asked for. */
    requestableMinor: amount,
    provider: z.enum(PAYMENT_PROVIDERS),
    reference: z.string(),
    packageId: z.string(),
    coins: amount,
    bonusCoins: amount,
    unspentCoins: amount,
    purchasedAt: instant,
  })
  .meta({ id: 'RefundPurchase' });
export type RefundPurchaseView = z.infer<typeof refundPurchase>;

/** `GET /staff/refunds/{id}`. */
export const staffRefundDetail = staffRefund
  .extend({
    cause: z.enum(CLAWBACK_CAUSES),
    reasonLabel: z.string(),
    purchase: refundPurchase.nullable(),
    /** Oldest first; notes among them. */
    timeline: z.array(refundEvent),
    providerRefunds: z.array(providerRefundView),
  })
  .meta({ id: 'StaffRefundDetail' });
export type StaffRefundDetail = z.infer<typeof staffRefundDetail>;

/** `POST /staff/refunds/preview`: what a request would come to; nothing is written. Needs `refund.create`. */
export const refundPreviewRequest = refundRequest.omit({ note: true, reason: true }).extend({
  /** Without one, previewed as an ordinary refund. */
  reason: refundRequest.shape.reason.optional(),
});
export type RefundPreviewRequest = z.infer<typeof refundPreviewRequest>;

/** Why something cannot be refunded. */
export const refundRefusal = z.object({
  code: z.string(),
  message: z.string(),
  /** What stands in the way of any refund (`REFUND_OBSTACLES`), or the row of the policy that refuses this one. */
  why: z.string().optional(),
});
export type RefundRefusal = z.infer<typeof refundRefusal>;

/** Also `GET /staff/refunds/{id}/preview`, whose `clawback.hash` an approval names (for holders of `refund.read`). */
export const refundPreview = z
  .object({
    purchase: refundPurchase,
    money,
    /** What the policy would decide, for whoever asks. */
    decision: refundDecision,
    channel: z.enum(REFUND_CHANNELS),
    /** Why this cannot be asked for at all, and by whom it can be; else null. */
    refusal: refundRefusal.nullable(),
    clawback: clawbackPreview,
  })
  .meta({ id: 'RefundPreview' });
export type RefundPreview = z.infer<typeof refundPreview>;

/** `POST /staff/refunds` → 201 the detail. With `previewHash`, 409 `refund.preview_changed` when who loses what has changed. */
export const staffRefundRequest = refundRequest
  .extend({ previewHash: z.string().min(1).max(128).optional() })
  .meta({ id: 'StaffRefundRequest' });
export type StaffRefundRequest = z.infer<typeof staffRefundRequest>;

/**
 * `POST /staff/refunds/{id}/actions/{action}` → the detail. `approve` names the preview it approves; `reject` and `cancel`
 * say why; `confirm_paid` names the payment that was made.
 */
export const refundActionRequest = z
  .strictObject({
    reason: longText.trim().min(1).optional(),
    previewHash: z.string().min(1).max(128).optional(),
    paymentReference: shortText.trim().min(1).optional(),
  })
  .meta({ id: 'RefundActionRequest' });
export type RefundActionRequest = z.infer<typeof refundActionRequest>;

/** `POST /staff/refunds/{id}/notes` → 201 the detail. Needs `refund.create`. */
export const refundNoteRequest = z
  .strictObject({ text: longText.trim().min(1) })
  .meta({ id: 'RefundNoteRequest' });
export type RefundNoteRequest = z.infer<typeof refundNoteRequest>;

/** `GET /staff/refund-reasons`: the catalogue; `usable` says whether the one who asks may give it. */
export const staffRefundReason = z
  .object({
    id: z.string(),
    code: z.string(),
    label: z.string(),
    requesters: z.array(z.enum(REQUESTER_KINDS)),
    noteRequired: z.boolean(),
    cause: z.enum(CLAWBACK_CAUSES),
    usable: z.boolean(),
  })
  .meta({ id: 'StaffRefundReason' });
export type StaffRefundReason = z.infer<typeof staffRefundReason>;

/** Which purchases a bulk covers: named, or all that fit, oldest first. */
export const refundBulkFilter = z
  .strictObject({
    accountId: z.string().min(1).max(128).optional(),
    packageId: z.string().min(1).max(128).optional(),
    provider: z.enum(PAYMENT_PROVIDERS).optional(),
    instrument: z.string().min(1).max(200).optional(),
    currency: z.string().length(3).optional(),
    from: instant,
    to: instant,
  })
  .meta({ id: 'RefundBulkFilter' });
export type RefundBulkFilter = z.infer<typeof refundBulkFilter>;

export const MAX_BULK_PURCHASES = 2_000;
