import { z } from 'zod';
import { clawbackPreview } from '../clawback.js';
import { instant } from '../primitives.js';

/** One booking on a purchase whose money went back, or came back: who lost what by it, as it was booked. */
export const settlementView = clawbackPreview
  .pick({ steps: true, holders: true, moreHolders: true, policyVersion: true })
  .extend({
    settlementId: z.string(),
    /** The refund or dispute it was made for; null when the purchase was only looked at again. */
    claimId: z.string().nullable(),
    settledAt: instant,
  })
  .meta({ id: 'Settlement' });
export type SettlementView = z.infer<typeof settlementView>;

/** `GET /staff/purchases/{purchaseId}/settlements`, oldest first. Needs `refund.read`. */
export const settlements = z.array(settlementView).meta({ id: 'Settlements' });
