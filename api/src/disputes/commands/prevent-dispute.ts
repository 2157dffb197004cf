import {
  type CostComparison,
  compareCosts,
  type EarlyKind,
  type EvidenceCategory,
  spentPermille,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { type RefundablePurchase, RefundablePurchases } from '../../clawback/clawback.public.js';
import { MoneyBackPolicies } from '../../money-back-policies/money-back-policies.public.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Queryable } from '../../platform/database/sql.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { RequestRefund } from '../../refunds/refunds.public.js';
import { appendDisputeEvents } from '../persistence/dispute-events.store.js';
import { type DisputeRecord, lockDispute, updateDispute } from '../persistence/disputes.store.js';

const BY = { id: 'prevent-disputes', name: 'Dispute prevention' };

/** Weighs a refund now against a dispute later, and refunds by itself where the policy says that is cheaper. */
@Injectable()
export class PreventDispute {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly purchases: RefundablePurchases,
    private readonly policies: MoneyBackPolicies,
    private readonly requestRefund: RequestRefund,
  ) {}

  /** Null when nothing is left to refund, or the currency has no reference rate. */
  async compare(
    db: Queryable,
    purchase: RefundablePurchase,
    { amountMinor, ...what }: { kind: EarlyKind; category: EvidenceCategory; amountMinor: bigint },
  ): Promise<CostComparison | null> {
    if (amountMinor === 0n) return null;
    const { policy, version } = await this.policies.current(db, 'dispute');
    return compareCosts({
      ...what,
      refundable: { amountMinor, currency: purchase.money.currency },
      spentPermille: spentPermille({
        granted: purchase.coins + purchase.bonusCoins,
        unspent: purchase.unspentCoins,
      }),
      policy,
      policyVersion: version,
    });
  }

  /** A new inquiry, once its purchase is known. In its own transaction: a refund locks its purchase's requests first. */
  async inquiry(told: DisputeRecord): Promise<void> {
    if (told.stage !== 'inquiry' || told.purchaseId === null || told.comparison !== null) return;
    await this.uow.run(async (tx) => {
      const at = this.clock.now();
      const dispute = await lockDispute(tx, told.disputeId);
      if (dispute === null || dispute.status !== 'needs_response' || dispute.stage !== 'inquiry') return;
      const { disputeId, category } = dispute;
      if (dispute.purchaseId === null || dispute.comparison !== null) return;
      const purchase = await this.purchases.find(tx, dispute.purchaseId);
      if (purchase?.status !== 'posted') return;
      const amountMinor = amountToPrevent(dispute, purchase);
      const comparison = await this.compare(tx, purchase, { kind: 'inquiry', category, amountMinor });
      if (comparison === null) return;
      const actor = { type: 'system', ...BY } as const;
      await appendDisputeEvents(tx, disputeId, [{ kind: 'compared', at, actor, details: { ...comparison } }]);
      const refundId =
        comparison.verdict === 'refund' && dispute.refundable
          ? await this.refund(tx, { purchaseId: purchase.purchaseId, category, amountMinor })
          : null;
      await updateDispute(tx, { ...dispute, comparison, refundId }, at);
      if (refundId === null) return;
      await appendDisputeEvents(tx, disputeId, [{ kind: 'refund_opened', at, actor, details: { refundId } }]);
    });
  }

  /** Opens the refund; null when something stands against it that a person has to look at. */
  async refund(
    tx: Tx,
    {
      purchaseId,
      category,
      amountMinor,
    }: { purchaseId: string; category: EvidenceCategory; amountMinor: bigint },
  ): Promise<string | null> {
    const reason = category === 'fraudulent' ? 'prevent_fraud' : 'prevent_dispute';
    try {
      const asked = { purchaseId, reason, amountMinor };
      return (await tx.attempt(() => this.requestRefund.bySystem(tx, asked, BY))).refundId;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return null;
    }
  }
}

/** What the buyer's bank asks for, as far as it is left; all of it where the bank counts in another currency. */
export function amountToPrevent(
  { amountMinor, currency }: DisputeRecord,
  { money, refundableMinor }: RefundablePurchase,
): bigint {
  const asked = money.currency === currency ? amountMinor : money.amountMinor;
  return asked < refundableMinor ? asked : refundableMinor;
}
