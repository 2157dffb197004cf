import { DISPUTE_STAGES, DISPUTE_STATUSES, EVIDENCE_CATEGORIES, PAYMENT_PROVIDERS } from '@coinwarden/domain';
import { z } from 'zod';
import { amount, instant, money } from './primitives.js';

/** `GET /v1/disputes/{disputeId}`: a cardholder's claim against a purchase, as it stands. */
export const dispute = z
  .object({
    disputeId: z.string(),
    provider: z.enum(PAYMENT_PROVIDERS),
    providerDisputeId: z.string(),
    /** Null while the purchase it is about has not been decided here. */
    purchaseId: z.string().nullable(),
    accountId: z.string().nullable(),
    stage: z.enum(DISPUTE_STAGES),
    status: z.enum(DISPUTE_STATUSES),
    /** The provider's word, and the card scheme's code. */
    reason: z.string(),
    category: z.enum(EVIDENCE_CATEGORIES),
    networkReasonCode: z.string().nullable(),
    scheme: z.string().nullable(),
    money,
    /** Withdrawn and not given back so far, in minor units of the same currency. */
    withdrawnMinor: amount,
    feeMinor: amount,
    openedAt: instant,
    /** Until when it has to be answered; null when it needs no answer. */
    dueAt: instant.nullable(),
    answeredAt: instant.nullable(),
    closedAt: instant.nullable(),
  })
  .meta({ id: 'Dispute' });
export type Dispute = z.infer<typeof dispute>;
