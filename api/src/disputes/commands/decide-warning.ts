import { Injectable } from '@nestjs/common';
import { RefundablePurchases } from '../../clawback/clawback.public.js';
import { EndHold } from '../../decisions/decisions.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { RequestRefund } from '../../refunds/refunds.public.js';
import {
  lockWarning,
  refundByDecline,
  updateWarning,
  type WarningRecord,
} from '../persistence/fraud-warnings.store.js';

/**
 * A person decides on a fraud warning that was left to them: refund it now, or keep the money and wait. A purchase that is still
 * held is declined instead of refunded: its coins never become anybody's.
 */
@Injectable()
export class DecideWarning {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly purchases: RefundablePurchases,
    private readonly endHold: EndHold,
    private readonly requestRefund: RequestRefund,
  ) {}

  /** The decision and its refund are one transaction: a warning that is being refunded names its refund. */
  refund(staff: StaffActor, warningId: string, reason: string | undefined): Promise<void> {
    return this.uow.run(async (tx) => {
      const warning = await lockOpen(tx, warningId);
      const note = reason ?? `The card scheme reported fraud: ${warning.fraudType}`;
      const { purchaseId } = warning;
      const purchase = await this.purchases.find(tx, purchaseId);
      if (purchase?.status === 'held') {
        const actor = { type: 'staff', id: staff.id } as const;
        await this.endHold.within(tx, { transactionId: purchaseId, end: 'declined', actor, reason: note });
        await refundByDecline(tx, warning, this.clock.now());
        return this.append(tx, staff, (await lockWarning(tx, warningId))!, reason);
      }
      const { refundId } = await this.requestRefund.withStaff(tx, staff, {
        purchaseId,
        reason: 'fraud_warning',
        note,
      });
      await this.decide(tx, staff, { ...warning, status: 'refunding', refundId }, reason);
    });
  }

  keep(staff: StaffActor, warningId: string, reason: string | undefined): Promise<void> {
    return this.uow.run(async (tx) => {
      const warning = await lockOpen(tx, warningId);
      await this.decide(tx, staff, { ...warning, status: 'kept' }, reason);
    });
  }

  private async decide(
    tx: Tx,
    staff: StaffActor,
    warning: WarningRecord,
    reason: string | undefined,
  ): Promise<void> {
    await updateWarning(tx, warning, this.clock.now());
    await this.append(tx, staff, warning, reason);
  }

  private async append(
    tx: Tx,
    staff: StaffActor,
    warning: WarningRecord,
    reason: string | undefined,
  ): Promise<void> {
    const { warningId, status, accountId, purchaseId, refundId } = warning;
    await this.audit.append(tx, {
      actor: { type: 'staff', id: staff.id },
      action: status === 'kept' ? 'fraud_warning.keep' : 'fraud_warning.refund',
      subject: { type: 'fraud_warning', id: warningId },
      reason: reason ?? null,
      details: { accountId, purchaseId, ...(refundId !== null && { refundId }) },
    });
  }
}

async function lockOpen(tx: Tx, warningId: string): Promise<WarningRecord> {
  const warning = await lockWarning(tx, warningId);
  if (warning === null) throw new ProblemError('record.unknown', `There is no warning ${warningId}.`);
  if (warning.status !== 'open')
    throw new ProblemError('action.not_allowed', `The warning is ${warning.status.replace('_', ' ')}.`);
  return warning;
}
