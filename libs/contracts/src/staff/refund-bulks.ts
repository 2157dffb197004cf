import {
  REFUND_BULK_ACTIONS,
  REFUND_BULK_ITEM_STATUSES,
  REFUND_BULK_STATUSES,
  REFUND_OUTCOMES,
  REFUND_STATUSES,
} from '@coinwarden/domain';
import { z } from 'zod';
import { amount, instant, longText, money } from '../primitives.js';
import { MAX_BULK_PURCHASES, refundActor, refundBulkFilter, refundRefusal } from './refunds.js';

const choice = {
  purchaseIds: z.array(z.string().min(1).max(128)).min(1).max(MAX_BULK_PURCHASES).optional(),
  filter: refundBulkFilter.optional(),
};

/**
 * `POST /staff/refund-bulks`. With `dryRun` it answers 200 `refundBulkPreview` and writes nothing; without, 201 the bulk.
 * `previewHash` is the dry run's: 409 `refund.preview_changed` when another set of refunds would come of it now.
 */
export const refundBulkRequest = z
  .strictObject({
    ...choice,
    reason: z.string().min(1).max(64),
    note: longText.trim().min(1).optional(),
    dryRun: z.boolean().default(false),
    previewHash: z.string().min(1).max(128).optional(),
  })
  .refine((body) => (body.purchaseIds === undefined) !== (body.filter === undefined), {
    message: 'name either purchaseIds or a filter',
    path: ['purchaseIds'],
  })
  .meta({ id: 'RefundBulkRequest' });
export type RefundBulkRequest = z.infer<typeof refundBulkRequest>;

const totals = {
  /** Per currency, of what would be refunded. */
  money: z.array(money),
  /** Together at reference rates, in US cents; currencies without a rate are left out. */
  amountUsdMinor: amount,
};

export const refundBulkPreview = z
  .object({
    ...totals,
    purchases: z.int(),
    refundable: z.int(),
    accounts: z.int(),
    coins: amount,
    unspentCoins: amount,
    /** How many the policy would let through, or hand to a second person, or refuse. */
    outcomes: z.array(z.object({ outcome: z.enum(REFUND_OUTCOMES), count: z.int() })),
    /** Why others cannot be refunded. */
    refusals: z.array(refundRefusal.extend({ count: z.int() })),
    /** A second person has to start the bulk. */
    needsSecondPerson: z.boolean(),
    hash: z.string(),
  })
  .meta({ id: 'RefundBulkPreview' });
export type RefundBulkPreview = z.infer<typeof refundBulkPreview>;

/** A row of the staff list `refund-bulks`. Filters: `id status requestedById`. Sorts: `id requestedAt`. */
export const staffRefundBulk = z
  .object({
    ...totals,
    id: z.string(),
    reason: z.string(),
    note: z.string().nullable(),
    status: z.enum(REFUND_BULK_STATUSES),
    requestedBy: refundActor,
    approvedBy: refundActor.nullable(),
    requestedAt: instant,
    changedAt: instant,
    /** How far the job is, and what became of what it opened. */
    progress: z.object({
      total: z.int(),
      waiting: z.int(),
      opened: z.int(),
      refused: z.int(),
      succeeded: z.int(),
      failed: z.int(),
    }),
    /** What an approval names. */
    previewHash: z.string(),
    allowedActions: z.array(z.enum(REFUND_BULK_ACTIONS)),
  })
  .meta({ id: 'StaffRefundBulk' });
export type StaffRefundBulk = z.infer<typeof staffRefundBulk>;

/** A row of the staff list `refund-bulk-items`. Filters: `id bulkId status`. Sorts: `id`. */
export const staffRefundBulkItem = z
  .object({
    id: z.string(),
    bulkId: z.string(),
    purchaseId: z.string(),
    accountId: z.string().nullable(),
    money: money.nullable(),
    status: z.enum(REFUND_BULK_ITEM_STATUSES),
    refundId: z.string().nullable(),
    refundStatus: z.enum(REFUND_STATUSES).nullable(),
    problem: refundRefusal.nullable(),
  })
  .meta({ id: 'StaffRefundBulkItem' });
export type StaffRefundBulkItem = z.infer<typeof staffRefundBulkItem>;

/** `POST /staff/refund-bulks/{id}/actions/{action}` → the bulk. `approve` names `previewHash`; `reject`, `cancel` say why. */
export const refundBulkActionRequest = z
  .strictObject({
    reason: longText.trim().min(1).optional(),
    previewHash: z.string().min(1).max(128).optional(),
  })
  .meta({ id: 'RefundBulkActionRequest' });
export type RefundBulkActionRequest = z.infer<typeof refundBulkActionRequest>;
