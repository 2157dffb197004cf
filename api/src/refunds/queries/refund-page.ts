import type { RefundPurchaseView, StaffRefundDetail } from '@coinwarden/contracts';
import { findRefundReason, providerRefunds } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { MoneyBackPolicies } from '../../money-back-policies/money-back-policies.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readRefundEvents } from '../persistence/refund-events.store.js';
import { readFacts } from '../persistence/refund-facts.store.js';
import { type RefundRecord, readRefund } from '../persistence/refunds.store.js';
import { purchaseView } from './purchase-view.js';
import { staffRefundOf } from './refund-records.js';
import { RequestablePurchases } from './requestable-purchase.js';

/** Everything about one refund, for the person who looks at it. */
@Injectable()
export class RefundPage {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly policies: MoneyBackPolicies,
    private readonly purchases: RequestablePurchases,
  ) {}

  /** Throws `record.unknown`. */
  async find(refundId: string): Promise<RefundRecord> {
    const refund = UUID.test(refundId) ? await readRefund(this.db, refundId) : null;
    if (refund === null) throw new ProblemError('record.unknown', `There is no refund ${refundId}.`);
    return refund;
  }

  async read(refundId: string, actor: StaffActor): Promise<StaffRefundDetail> {
    const refund = await this.find(refundId);
    const { policy } = await this.policies.current(this.db, 'reasons');
    const facts = await readFacts(this.db, refund);
    const events = await readRefundEvents(this.db, refund);
    return {
      ...staffRefundOf(refund, actor, this.clock.now()),
      cause: refund.cause,
      reasonLabel: findRefundReason(policy, refund.reason)?.label ?? refund.reason,
      purchase: await this.purchaseOf(refund),
      timeline: events.map((event) => ({
        eventId: `${refundId}:${event.eventNo}`,
        kind: event.kind,
        at: new Date(event.at).toISOString(),
        actor: event.actor,
        text: event.text ?? null,
        details: { ...event.details },
      })),
      providerRefunds: providerRefunds(facts).map((state) => ({
        providerRefundId: state.providerRefundId,
        attempt: state.attempt,
        status: state.status,
        money: { amountMinor: Number(state.amountMinor), currency: refund.currency },
        detail: facts.findLast((fact) => sameState(fact, state))?.detail ?? null,
        at: new Date(state.at).toISOString(),
      })),
    };
  }

  private async purchaseOf(refund: RefundRecord): Promise<RefundPurchaseView> {
    const { purchaseId, refundId } = refund;
    const found = await this.purchases.find(this.db, purchaseId, { now: this.clock.now(), refundId });
    return purchaseView(found);
  }
}

interface Told {
  readonly providerRefundId: string;
  readonly status: string;
}
const sameState = (a: Told, b: Told): boolean =>
  a.providerRefundId === b.providerRefundId && a.status === b.status;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
