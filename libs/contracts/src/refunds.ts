import { z } from 'zod';
import { instant, money } from './primitives.js';

/** Why a refund was opened without anybody asking: the payment was captured, the purchase does not stand. */
export const REFUND_REASONS = ['purchase_declined', 'review_declined', 'review_expired'] as const;

export const refund = z
  .object({
    refundId: z.string(),
    purchaseId: z.string(),
    accountId: z.string(),
    money,
    reason: z.enum(REFUND_REASONS),
    status: z.enum(['requested']),
    requestedAt: instant,
  })
  .meta({ id: 'Refund' });
export type Refund = z.infer<typeof refund>;

/** A row of the staff list `refunds`. */
export const staffRefund = refund.extend({ id: z.string(), allowedActions: z.array(z.never()) });
export type StaffRefund = z.infer<typeof staffRefund>;
