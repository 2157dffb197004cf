import type { Refund } from '@coinwarden/contracts';
import { REFUND_NEXT_STEP_MESSAGES, refundNextStep } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import { type RefundRecord, readRefunds } from '../persistence/refunds.store.js';

/** A refund as the platform sees it. */
export function refundView(refund: RefundRecord): Refund {
  const next = refundNextStep(refund);
  return {
    refundId: refund.refundId,
    purchaseId: refund.purchaseId,
    accountId: refund.accountId,
    money: { amountMinor: Number(refund.amountMinor), currency: refund.currency },
    reason: refund.reason,
    status: refund.status,
    origin: refund.origin,
    requestedAt: new Date(refund.requestedAt).toISOString(),
    changedAt: new Date(refund.changedAt).toISOString(),
    nextStep: next && { code: next, message: REFUND_NEXT_STEP_MESSAGES[next] },
    failure: refund.failure,
  };
}

/** Several at once, by their ids. */
export async function readRefundViews(
  db: Queryable,
  refundIds: readonly string[],
): Promise<ReadonlyMap<string, Refund>> {
  const refunds = await readRefunds(db, refundIds);
  return new Map(refunds.map((refund) => [refund.refundId, refundView(refund)]));
}
