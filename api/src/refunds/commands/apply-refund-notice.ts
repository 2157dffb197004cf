import type { Notice, RefundFact } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { type RefundablePurchase, RefundablePurchases } from '../../clawback/clawback.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { appendRefundEvents } from '../persistence/refund-events.store.js';
import { refundOfProviderRefund } from '../persistence/refund-facts.store.js';
import { openRefundsOf, readExternal } from '../persistence/refund-matches.store.js';
import { insertRefund } from '../persistence/refund-writes.store.js';
import { lockRefund, type RefundActor, type RefundRecord } from '../persistence/refunds.store.js';
import { newRefund } from './new-refund.js';
import { RecordProviderFact } from './record-provider-fact.js';

const ACTOR: RefundActor = { type: 'system', id: 'notices', name: 'Provider notice' };

interface Told {
  readonly notice: Notice;
  readonly fact: RefundFact;
  readonly purchase: RefundablePurchase;
  readonly amountMinor: bigint;
}

/**
 * Applies what a provider told about a refund: one of ours, or one that was made there or by the store without us, which
 * then gets a record of its own. `waiting`: the purchase is not known yet, or a refund of ours is under way that this may
 * be, and nobody can tell before its answer.
 */
@Injectable()
export class ApplyRefundNotice {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly purchases: RefundablePurchases,
    private readonly record: RecordProviderFact,
  ) {}

  run(notice: Notice): Promise<'applied' | 'waiting'> {
    const { fact } = notice;
    if (fact.type !== 'refund') throw new Error(`a refund notice says ${fact.type}`);
    return this.uow.run(async (tx) => {
      const purchase = await this.purchases.findByReference(tx, notice.provider, fact.reference);
      if (purchase === null) return 'waiting';
      const told = { notice, fact, purchase, amountMinor: amountOf(fact, purchase) };
      const refund = await this.refundOf(tx, told);
      if (refund === 'waiting') return 'waiting';
      await this.record.run(
        tx,
        refund,
        {
          providerRefundId: fact.providerRefundId,
          status: fact.status,
          amountMinor: told.amountMinor,
          occurredAt: notice.occurredAt,
          detail: fact.detail,
          source: 'notice',
        },
        { actor: ACTOR, at: this.clock.now() },
      );
      return 'applied';
    });
  }

  /** Locked. Ours by what it was told before, by our own id, or because a store was to make just this refund. */
  private async refundOf(tx: Tx, told: Told): Promise<RefundRecord | 'waiting'> {
    const { fact, purchase } = told;
    const { accountId } = purchase;
    const known = await refundOfProviderRefund(tx, { accountId, providerRefundId: fact.providerRefundId });
    if (known !== null) return (await lockRefund(tx, known))!;
    const own = fact.refundId === null ? null : await lockRefund(tx, fact.refundId);
    if (own !== null && own.purchaseId === purchase.purchaseId && SENT.has(own.status)) return own;
    for (const open of await openRefundsOf(tx, purchase)) {
      if (open.channel !== 'provider') {
        const locked = (await lockRefund(tx, open.refundId))!;
        if (locked.providerRefundId === null) return locked;
      }
      const mayBe = open.status === 'processing' && open.providerRefundId === null;
      if (mayBe && open.amountMinor === told.amountMinor) return 'waiting';
    }
    return this.external(tx, told);
  }

  private async external(tx: Tx, told: Told): Promise<RefundRecord> {
    const { notice, fact, purchase, amountMinor } = told;
    const at = this.clock.now();
    const externalKey = `${notice.provider}:${fact.providerRefundId}`;
    const { accountId } = purchase;
    const asked = newRefund(
      { purchase, channel: 'store' },
      {
        amountMinor,
        cause: 'refund',
        reason: 'made_at_provider',
        requester: {
          kind: 'automatic',
          origin: 'external',
          actor: { type: 'system', id: notice.provider, name: notice.provider },
        },
        at,
      },
    );
    const made = await insertRefund(tx, {
      ...asked,
      status: 'processing',
      providerRefundId: fact.providerRefundId,
      externalKey,
      requestedAt: notice.occurredAt,
    });
    if (made === null) return (await readExternal(tx, { accountId, externalKey }))!;
    await appendRefundEvents(tx, made, [{ kind: 'requested', at, actor: ACTOR, details: { externalKey } }]);
    return made;
  }
}

/** A refund the provider can have heard of from us. */
const SENT: ReadonlySet<RefundRecord['status']> = new Set([
  'requested',
  'pending_approval',
  'approved',
  'processing',
  'succeeded',
  'failed',
]);

/** All of it, unless the provider says how much. */
function amountOf({ money }: RefundFact, purchase: RefundablePurchase): bigint {
  if (money === null) return purchase.money.amountMinor;
  if (money.currency !== purchase.money.currency)
    throw new Error(`a refund in ${money.currency} of a purchase in ${purchase.money.currency}`);
  return money.amountMinor;
}
