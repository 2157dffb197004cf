import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { DisputeActor } from '../persistence/dispute-events.store.js';
import { findOpenInquiries, findOverdueDisputes, lockDispute } from '../persistence/disputes.store.js';
import { RestateDispute } from './restate-dispute.js';

const BY_CLOCK: DisputeActor = { type: 'system', id: 'dispute-deadlines', name: 'Dispute deadlines' };
const BY_REFUND: DisputeActor = { type: 'system', id: 'refunds', name: 'Refunds' };
const MOST_AT_ONCE = 200;

/** Looks at disputes again when something other than their provider's word may have changed where they stand. */
@Injectable()
export class ReviewDisputes {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly restate: RestateDispute,
  ) {}

  /** Whose deadline has passed without an answer. */
  async overdue(): Promise<void> {
    const due = await findOverdueDisputes(this.uow, this.clock.now(), MOST_AT_ONCE);
    for (const disputeId of due) await this.one(disputeId, BY_CLOCK);
  }

  /** Inquiries whose purchase a refund may have settled. */
  async refunded(refundId: string): Promise<void> {
    const inquiries = await findOpenInquiries(this.uow, refundId);
    for (const disputeId of inquiries) await this.one(disputeId, BY_REFUND);
  }

  private one(disputeId: string, actor: DisputeActor): Promise<unknown> {
    return this.uow.run(async (tx) => {
      const dispute = await lockDispute(tx, disputeId);
      if (dispute !== null) await this.restate.run(tx, dispute, { at: this.clock.now(), actor });
    });
  }
}
