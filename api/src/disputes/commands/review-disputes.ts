import { Injectable, Logger } from '@nestjs/common';
import { RefundablePurchases } from '../../clawback/clawback.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { DisputeActor } from '../persistence/dispute-events.store.js';
import {
  type DisputeRecord,
  findMatchableDisputes,
  findOpenInquiries,
  findOverdueDisputes,
  lockDispute,
  releaseRefund,
} from '../persistence/disputes.store.js';
import { refundByDecline, reopenWarnings } from '../persistence/fraud-warnings.store.js';
import { PreventDispute } from './prevent-dispute.js';
import { RestateDispute } from './restate-dispute.js';

const BY_CLOCK: DisputeActor = { type: 'system', id: 'dispute-deadlines', name: 'Dispute deadlines' };
const BY_REFUND: DisputeActor = { type: 'system', id: 'refunds', name: 'Refunds' };
const BY_PURCHASE: DisputeActor = { type: 'system', id: 'dispute-matching', name: 'Dispute matching' };
const MOST_AT_ONCE = 200;

/** Looks at disputes again when something other than their provider's word may have changed where they stand. */
@Injectable()
export class ReviewDisputes {
  private readonly logger = new Logger('Disputes');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly purchases: RefundablePurchases,
    private readonly restate: RestateDispute,
    private readonly prevent: PreventDispute,
  ) {}

  /** Whose deadline has passed without an answer. */
  async overdue(): Promise<void> {
    const due = await findOverdueDisputes(this.uow, this.clock.now(), MOST_AT_ONCE);
    await this.each(due, (tx, dispute, at) => this.restate.run(tx, dispute, { at, actor: BY_CLOCK }));
  }

  /** Those whose purchase has come; answers how many. */
  async match(): Promise<number> {
    const known = await findMatchableDisputes(this.uow, MOST_AT_ONCE);
    await this.each(known, async (tx, dispute, at) => {
      const { provider, reference, purchaseId } = dispute;
      const purchase = await this.purchases.findByReference(tx, provider, reference);
      if (purchaseId !== null || purchase === null) return null;
      return this.restate.matched(tx, dispute, { at, actor: BY_PURCHASE, purchase });
    });
    return known.length;
  }

  /** Inquiries whose purchase a refund may have settled. */
  async refunded(refundId: string): Promise<void> {
    const inquiries = await findOpenInquiries(this.uow, refundId);
    await this.each(inquiries, (tx, dispute, at) => this.restate.run(tx, dispute, { at, actor: BY_REFUND }));
  }

  /** A refund that was to prevent a dispute will not be made: whoever looks at it may ask for another. */
  async notRefunded(refundId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      await releaseRefund(tx, refundId);
      await reopenWarnings(tx, refundId, this.clock.now());
    });
  }

  /** A held purchase does not stand, and its money is owed: nobody has to decide on a warning about it any more. */
  declined(purchase: { accountId: string; purchaseId: string }): Promise<void> {
    return refundByDecline(this.uow, purchase, this.clock.now());
  }

  /** One at a time, each in its own transaction; one that cannot be looked at keeps no other waiting. */
  private async each(
    disputeIds: readonly string[],
    look: (tx: Tx, dispute: DisputeRecord, at: number) => Promise<DisputeRecord | null>,
  ): Promise<void> {
    for (const disputeId of disputeIds) {
      try {
        const next = await this.uow.run(async (tx) => {
          const dispute = await lockDispute(tx, disputeId);
          return dispute === null ? null : look(tx, dispute, this.clock.now());
        });
        if (next !== null) await this.prevent.inquiry(next);
      } catch (error) {
        this.logger.error(`Dispute ${disputeId} cannot be looked at`, error);
      }
    }
  }
}
