import { disputeActionsFor } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { RefundablePurchases } from '../../clawback/clawback.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { RequestRefund } from '../../refunds/refunds.public.js';
import { appendDisputeEvents } from '../persistence/dispute-events.store.js';
import { lockDispute, updateDispute } from '../persistence/disputes.store.js';
import { amountToPrevent } from './prevent-dispute.js';

/**
 * An analyst refunds what an inquiry asks for before it becomes a dispute; the refund policy decides as for any refund. The
 * refund and its mark on the inquiry are one transaction, so that of two who ask at once one is told.
 */
@Injectable()
export class RefundInquiry {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly purchases: RefundablePurchases,
    private readonly requestRefund: RequestRefund,
  ) {}

  run(staff: StaffActor, disputeId: string, reason: string | undefined): Promise<void> {
    return this.uow.run(async (tx) => {
      const dispute = await lockDispute(tx, disputeId);
      if (dispute === null) throw new ProblemError('record.unknown', `There is no dispute ${disputeId}.`);
      const { purchaseId, refundId: before, category, refundable } = dispute;
      const subject = { ...dispute, matched: purchaseId !== null, refundable: refundable && before === null };
      const purchase = purchaseId === null ? null : await this.purchases.find(tx, purchaseId);
      if (purchase === null || !disputeActionsFor(staff.permissions, subject).includes('refund')) {
        throw new ProblemError(
          'action.not_allowed',
          'Only an open inquiry is refunded before it is a dispute.',
        );
      }
      const { refundId } = await this.requestRefund.withStaff(tx, staff, {
        purchaseId: purchase.purchaseId,
        // With nothing left it is refused, and says why.
        amountMinor: amountToPrevent(dispute, purchase) || undefined,
        reason: category === 'fraudulent' ? 'fraud_warning' : 'other',
        note: reason ?? `To end inquiry ${dispute.providerDisputeId} before it becomes a dispute`,
      });
      const at = this.clock.now();
      await updateDispute(tx, { ...dispute, refundId }, at);
      const actor = { type: 'staff', id: staff.id, name: staff.name } as const;
      await appendDisputeEvents(tx, disputeId, [{ kind: 'refund_opened', at, actor, details: { refundId } }]);
    });
  }
}
