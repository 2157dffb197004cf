import { PAYMENT_PROVIDERS, WARNING_STATUSES } from '@coinwarden/domain';
import { z } from 'zod';
import { instant } from '../primitives.js';
import { costComparison } from './disputes.js';

/**
 * A row of the staff list `fraud-warnings`: a scheme's word that a payment was fraud, before anybody disputes it. Filters:
 * `id accountId purchaseId status`. Sorts: `id occurredAt`. Actions `refund` and `keep` (`dispute.respond`).
 */
export const staffFraudWarning = z
  .object({
    id: z.string(),
    provider: z.enum(PAYMENT_PROVIDERS),
    reference: z.string(),
    accountId: z.string(),
    purchaseId: z.string(),
    fraudType: z.string(),
    actionable: z.boolean(),
    occurredAt: instant,
    /**
     * `not_charged`: the purchase ended before any money was taken, often because of this warning. `paid_back`: the money went
     * back before. `too_late`: a dispute came first, or the provider says that nothing can be prevented any more.
     */
    status: z.enum(WARNING_STATUSES),
    comparison: costComparison.nullable(),
    refundId: z.string().nullable(),
    allowedActions: z.array(z.enum(['refund', 'keep'])),
  })
  .meta({ id: 'StaffFraudWarning' });
export type StaffFraudWarning = z.infer<typeof staffFraudWarning>;
