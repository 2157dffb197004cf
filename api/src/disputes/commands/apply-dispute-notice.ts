import { type DisputeFact, deadlineOf, disputeCategory, foldDispute, type Notice } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { RefundablePurchases } from '../../clawback/clawback.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { idAt } from '../../platform/database/ids.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { appendDisputeEvents, type DisputeActor } from '../persistence/dispute-events.store.js';
import { addFact } from '../persistence/dispute-facts.store.js';
import { type DisputeRecord, openDispute } from '../persistence/disputes.store.js';
import { PreventDispute } from './prevent-dispute.js';
import { RestateDispute } from './restate-dispute.js';

export const BY_NOTICE: DisputeActor = { type: 'system', id: 'notices', name: 'Provider notice' };

/**
 * Applies what a provider told about a dispute. One about a payment that is not known here is kept all the same, because its
 * deadline runs: `waiting`, and told again when the purchase has come.
 */
@Injectable()
export class ApplyDisputeNotice {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly purchases: RefundablePurchases,
    private readonly restate: RestateDispute,
    private readonly prevent: PreventDispute,
  ) {}

  run(notice: Notice): Promise<'applied' | 'waiting'> {
    const { fact } = notice;
    if (fact.type !== 'dispute') throw new Error(`a dispute notice says ${fact.type}`);
    return this.apply(notice, fact);
  }

  private async apply(notice: Notice, fact: DisputeFact): Promise<'applied' | 'waiting'> {
    const next = await this.uow.run(async (tx) => {
      const at = this.clock.now();
      const { dispute, opened } = await openDispute(tx, this.newDispute(notice, fact, at), at);
      await addFact(tx, dispute.disputeId, {
        noticeId: notice.noticeId,
        occurredAt: notice.occurredAt,
        fact,
      });
      if (opened) {
        const { amountMinor, currency, reason, reference } = dispute;
        const details = { amountMinor, currency, reason, reference };
        await appendDisputeEvents(tx, dispute.disputeId, [{ kind: 'opened', at, actor: BY_NOTICE, details }]);
      }
      return this.match(tx, dispute, { reference: fact.reference, at, opened });
    });
    // Apart, because a refund takes its locks in its own order.
    await this.prevent.inquiry(next);
    return next.purchaseId === null ? 'waiting' : 'applied';
  }

  private async match(
    tx: Tx,
    dispute: DisputeRecord,
    { reference, at, opened }: { reference: string; at: number; opened: boolean },
  ): Promise<DisputeRecord> {
    const by = { at, actor: BY_NOTICE, opened };
    const { provider, purchaseId } = dispute;
    const purchase =
      purchaseId === null ? await this.purchases.findByReference(tx, provider, reference) : null;
    return purchase === null
      ? this.restate.run(tx, dispute, by)
      : this.restate.matched(tx, { ...dispute, reference }, { ...by, purchase });
  }

  /** As its first fact has it, open until told otherwise. */
  private newDispute(
    { provider, noticeId, occurredAt }: Notice,
    fact: DisputeFact,
    at: number,
  ): DisputeRecord {
    const state = foldDispute([{ noticeId, occurredAt, fact }]);
    const deadline = deadlineOf(state);
    return {
      disputeId: idAt(at),
      provider,
      providerDisputeId: fact.providerDisputeId,
      reference: fact.reference,
      accountId: null,
      purchaseId: null,
      stage: fact.stage,
      status: 'needs_response',
      reason: fact.reason,
      category: disputeCategory(state),
      networkReasonCode: fact.networkReasonCode,
      scheme: fact.scheme,
      amountMinor: fact.money.amountMinor,
      currency: fact.money.currency,
      openedAt: fact.openedAt,
      dueAt: deadline.dueAt,
      dueFrom: deadline.from,
      withdrawnMinor: 0n,
      reinstatedMinor: 0n,
      feeMinor: 0n,
      refundable: fact.refundable,
      acceptedAt: null,
      answeredAt: null,
      answering: false,
      liable: null,
      assigneeId: null,
      comparison: null,
      refundId: null,
      closedAt: null,
    };
  }
}
