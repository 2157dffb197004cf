import { answerWarning, type Notice, type WarningStatus } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { type RefundablePurchase, RefundablePurchases } from '../../clawback/clawback.public.js';
import { EndHold } from '../../decisions/decisions.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { idAt } from '../../platform/database/ids.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  endActionable,
  insertWarning,
  refundByDecline,
  updateWarning,
  type WarningRecord,
} from '../persistence/fraud-warnings.store.js';
import { PreventDispute } from './prevent-dispute.js';

const ACTOR = { type: 'system', id: 'fraud-warnings' } as const;

/**
 * A card scheme's word that a payment was fraud, before anybody disputes it: what has not been taken is not taken any more,
 * what was taken is refunded at once where that is cheaper and the policy lets it be, else left to a person with the numbers.
 * Told twice it changes nothing.
 */
@Injectable()
export class ApplyFraudWarning {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly purchases: RefundablePurchases,
    private readonly endHold: EndHold,
    private readonly prevent: PreventDispute,
  ) {}

  run(notice: Notice): Promise<'applied' | 'waiting'> {
    const { fact, provider } = notice;
    if (fact.type !== 'fraud_warning') throw new Error(`a fraud warning says ${fact.type}`);
    return this.uow.run(async (tx) => {
      const at = this.clock.now();
      const purchase = await this.purchases.findByReference(tx, provider, fact.reference);
      if (purchase === null) return 'waiting';
      const { accountId, purchaseId, moneyBack, refundableMinor } = purchase;
      const answer = answerWarning({ ...purchase, lostMinor: moneyBack.lostMinor }, fact.actionable);
      const about = { kind: 'fraud_warning', category: 'fraudulent', amountMinor: refundableMinor } as const;
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
        status: STATUS_AFTER[answer],
        comparison: answer === 'weigh' ? await this.prevent.compare(tx, purchase, about) : null,
        refundId: null,
      };
      const isNew = await insertWarning(tx, warning, at);
      if (!isNew && !fact.actionable) await endActionable(tx, warning, at);
      if (!isNew) return 'applied';
      if (answer === 'void') await this.endPurchase(tx, warning, 'voided');
      if (warning.comparison?.verdict === 'refund') await this.refund(tx, { warning, purchase, at });
      return 'applied';
    });
  }

  private async refund(
    tx: Tx,
    { warning, purchase, at }: { warning: WarningRecord; purchase: RefundablePurchase; at: number },
  ): Promise<void> {
    if (purchase.status === 'held') {
      await this.endPurchase(tx, warning, 'declined');
      return refundByDecline(tx, warning, at);
    }
    const { purchaseId, refundableMinor: amountMinor } = purchase;
    const refundId = await this.prevent.refund(tx, { purchaseId, category: 'fraudulent', amountMinor });
    if (refundId !== null) await updateWarning(tx, { ...warning, status: 'refunding', refundId }, at);
  }

  /** When somebody else has just ended the hold this fails, and the notice is read again: the purchase is another then. */
  private async endPurchase(
    tx: Tx,
    { purchaseId, fraudType }: WarningRecord,
    end: 'voided' | 'declined',
  ): Promise<void> {
    const reason = `The card scheme reported fraud: ${fraudType}`;
    await this.endHold.within(tx, { transactionId: purchaseId, end, actor: ACTOR, reason });
  }
}

const STATUS_AFTER = {
  void: 'not_charged',
  weigh: 'open',
  not_charged: 'not_charged',
  paid_back: 'paid_back',
  too_late: 'too_late',
} as const satisfies Record<ReturnType<typeof answerWarning>, WarningStatus>;
