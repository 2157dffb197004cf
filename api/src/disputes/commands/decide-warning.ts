import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { RequestRefund } from '../../refunds/refunds.public.js';
import { lockWarning, updateWarning } from '../persistence/fraud-warnings.store.js';

/** A person decides on a fraud warning that was left to them: refund it now, or keep the money and wait. */
@Injectable()
export class DecideWarning {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly requestRefund: RequestRefund,
  ) {}

  async refund(staff: StaffActor, warningId: string, reason: string | undefined): Promise<void> {
    const warning = await this.decide(staff, warningId, 'refunding', reason);
    try {
      const note = reason ?? `The card scheme reported fraud: ${warning.fraudType}`;
      const request = { purchaseId: warning.purchaseId, reason: 'fraud_warning', note };
      const { refundId } = await this.requestRefund.byStaff(staff, request);
      await this.uow.run((tx) =>
        updateWarning(tx, { ...warning, status: 'refunding', refundId }, this.clock.now()),
      );
    } catch (error) {
      // Nothing was asked for, so it is as open as before.
      await this.uow.run((tx) => updateWarning(tx, { ...warning, status: 'open' }, this.clock.now()));
      throw error;
    }
  }

  async keep(staff: StaffActor, warningId: string, reason: string | undefined): Promise<void> {
    await this.decide(staff, warningId, 'kept', reason);
  }

  private decide(
    staff: StaffActor,
    warningId: string,
    status: 'refunding' | 'kept',
    reason: string | undefined,
  ) {
    return this.uow.run(async (tx) => {
      const warning = await lockWarning(tx, warningId);
      if (warning === null) throw new ProblemError('record.unknown', `There is no warning ${warningId}.`);
      if (warning.status !== 'open') {
        throw new ProblemError('action.not_allowed', `The warning is ${warning.status.replace('_', ' ')}.`);
      }
      await updateWarning(tx, { ...warning, status }, this.clock.now());
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: status === 'kept' ? 'fraud_warning.keep' : 'fraud_warning.refund',
        subject: { type: 'fraud_warning', id: warningId },
        reason: reason ?? null,
        details: { accountId: warning.accountId, purchaseId: warning.purchaseId },
      });
      return warning;
    });
  }
}
