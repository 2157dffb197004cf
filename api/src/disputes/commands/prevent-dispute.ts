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
import type { Queryable } from '../../platform/database/sql.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { RequestRefund } from '../../refunds/refunds.public.js';
import { appendDisputeEvents } from '../persistence/dispute-events.store.js';
import { type DisputeRecord, updateDispute } from '../persistence/disputes.store.js';

const BY = { id: 'prevent-disputes', name: 'Dispute prevention' };

/** Weighs a refund now against a dispute later, and refunds by itself where the policy says that is cheaper. */
@Injectable()
export class PreventDispute {
  constructor(
    private readonly purchases: RefundablePurchases,
    private readonly policies: MoneyBackPolicies,
    private readonly requestRefund: RequestRefund,
  ) {}

  /** Null when nothing is left to refund, or the currency has no reference rate. */
  async compare(
    db: Queryable,
    purchase: RefundablePurchase,
    what: { kind: EarlyKind; category: EvidenceCategory },
  ): Promise<CostComparison | null> {
    if (purchase.refundableMinor === 0n || purchase.status !== 'posted') return null;
    const { policy, version } = await this.policies.current(db, 'dispute');
    return compareCosts({
      ...what,
      refundable: { amountMinor: purchase.refundableMinor, currency: purchase.money.currency },
      spentPermille: spentPermille({
        granted: purchase.coins + purchase.bonusCoins,
        unspent: purchase.unspentCoins,
      }),
      policy,
      policyVersion: version,
    });
  }

  /** A new inquiry, once its purchase is known. The caller holds the dispute's lock; no wallet is locked yet. */
  async inquiry(tx: Tx, dispute: DisputeRecord, at: number): Promise<void> {
    const { disputeId, purchaseId, category } = dispute;
    const isNew = dispute.stage === 'inquiry' && dispute.status === 'needs_response';
    if (!isNew || purchaseId === null || dispute.comparison !== null) return;
    const purchase = await this.purchases.find(tx, purchaseId);
    if (purchase === null) return;
    const comparison = await this.compare(tx, purchase, { kind: 'inquiry', category });
    if (comparison === null) return;
    const actor = { type: 'system', ...BY } as const;
    await appendDisputeEvents(tx, disputeId, [{ kind: 'compared', at, actor, details: { ...comparison } }]);
    const refundId =
      comparison.verdict === 'refund' && dispute.refundable
        ? await this.refund(tx, purchaseId, category)
        : null;
    await updateDispute(tx, { ...dispute, comparison, refundId }, at);
    if (refundId === null) return;
    await appendDisputeEvents(tx, disputeId, [{ kind: 'refund_opened', at, actor, details: { refundId } }]);
  }

  /** Opens the refund; null when something stands against it that a person has to look at. */
  async refund(tx: Tx, purchaseId: string, category: EvidenceCategory): Promise<string | null> {
    const reason = category === 'fraudulent' ? 'prevent_fraud' : 'prevent_dispute';
    try {
      await tx.query('SAVEPOINT prevention');
      return (await this.requestRefund.bySystem(tx, { purchaseId, reason }, BY)).refundId;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT prevention');
      return null;
    }
  }
}
