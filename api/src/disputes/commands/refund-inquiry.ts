import { disputeActionsFor } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { RequestRefund } from '../../refunds/refunds.public.js';
import { appendDisputeEvents } from '../persistence/dispute-events.store.js';
import { lockDispute, readDispute, updateDispute } from '../persistence/disputes.store.js';

/** An analyst refunds an inquiry's purchase before it becomes a dispute; the refund policy decides as for any refund. */
@Injectable()
export class RefundInquiry {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly requestRefund: RequestRefund,
  ) {}

  async run(staff: StaffActor, disputeId: string, reason: string | undefined): Promise<void> {
    const dispute = await readDispute(this.uow, disputeId);
    if (dispute === null) throw new ProblemError('record.unknown', `There is no dispute ${disputeId}.`);
    const { purchaseId, refundId: before, category, refundable } = dispute;
    const subject = { ...dispute, matched: purchaseId !== null, refundable: refundable && before === null };
    if (purchaseId === null || !disputeActionsFor(staff.permissions, subject).includes('refund')) {
      throw new ProblemError(
        'action.not_allowed',
        'Only an open inquiry is refunded before it is a dispute.',
      );
    }
    const { refundId } = await this.requestRefund.byStaff(staff, {
      purchaseId,
      reason: category === 'fraudulent' ? 'fraud_warning' : 'other',
      note: reason ?? `To end inquiry ${dispute.providerDisputeId} before it becomes a dispute`,
    });
    await this.uow.run(async (tx) => {
      const at = this.clock.now();
      const locked = (await lockDispute(tx, disputeId))!;
      await updateDispute(tx, { ...locked, refundId }, at);
      const actor = { type: 'staff', id: staff.id, name: staff.name } as const;
      await appendDisputeEvents(tx, disputeId, [{ kind: 'refund_opened', at, actor, details: { refundId } }]);
    });
  }
}
