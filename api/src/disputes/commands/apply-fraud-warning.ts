import type { Notice } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { RefundablePurchases } from '../../clawback/clawback.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { idAt } from '../../platform/database/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  endActionable,
  insertWarning,
  updateWarning,
  type WarningRecord,
} from '../persistence/fraud-warnings.store.js';
import { PreventDispute } from './prevent-dispute.js';

/**
 * A card scheme's word that a payment was fraud, before anybody disputes it: refunded at once where that is cheaper and the
 * policy lets it be, else left to a person with the numbers. Told twice it changes nothing.
 */
@Injectable()
export class ApplyFraudWarning {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly purchases: RefundablePurchases,
    private readonly prevent: PreventDispute,
  ) {}

  run(notice: Notice): Promise<'applied' | 'waiting'> {
    const { fact, provider } = notice;
    if (fact.type !== 'fraud_warning') throw new Error(`a fraud warning says ${fact.type}`);
    return this.uow.run(async (tx) => {
      const at = this.clock.now();
      const purchase = await this.purchases.findByReference(tx, provider, fact.reference);
      if (purchase === null) return 'waiting';
      const { accountId, purchaseId } = purchase;
      const comparison = await this.prevent.compare(tx, purchase, {
        kind: 'fraud_warning',
        category: 'fraudulent',
        amountMinor: purchase.refundableMinor,
      });
      const warning: WarningRecord = {
        warningId: idAt(at),
        provider,
        providerWarningId: fact.warningId,
        reference: fact.reference,
        accountId,
        purchaseId,
        fraudType: fact.fraudType,
        actionable: fact.actionable,
        occurredAt: notice.occurredAt,
        status: comparison !== null && fact.actionable ? 'open' : 'too_late',
        comparison,
        refundId: null,
      };
      const isNew = await insertWarning(tx, warning, at);
      if (!isNew && !fact.actionable) await endActionable(tx, warning, at);
      if (!isNew) return 'applied';
      if (warning.status !== 'open' || comparison?.verdict !== 'refund') return 'applied';
      const refundId = await this.prevent.refund(tx, {
        purchaseId,
        category: 'fraudulent',
        amountMinor: purchase.refundableMinor,
      });
      if (refundId !== null) await updateWarning(tx, { ...warning, status: 'refunding', refundId }, at);
      return 'applied';
    });
  }
}
