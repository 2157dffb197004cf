import { type Money, type NoticeOutcome, noticeReason, paymentCovers } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { EndHold } from '../../decisions/decisions.public.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findEnded, type NamedPayment } from '../persistence/payments-named.store.js';
import { NO_PURCHASE, type NoticeOf } from './known-notice.js';

const APPLIED: NoticeOutcome = { kind: 'applied' };

/** What the provider says of a payment ends the hold that waits for it, as the platform's own call would. */
@Injectable()
export class EndPaymentHold {
  constructor(
    private readonly endHold: EndHold,
    private readonly db: UnitOfWork,
  ) {}

  async run(notice: NoticeOf<'payment_captured' | 'payment_failed'>): Promise<NoticeOutcome> {
    const { payment, fact } = notice;
    if (payment === null) return { kind: 'waiting', reason: NO_PURCHASE };
    const price = { amountMinor: payment.amount_minor, currency: payment.currency };
    if (fact.type === 'payment_captured' && fact.money && !paymentCovers(fact.money, price))
      return tooLittle(fact.money, payment);
    // Most payments are told of after the platform has: nothing waits for them any more.
    if (payment.status === 'posted' && fact.type === 'payment_captured') return APPLIED;
    try {
      await this.endHold.run({
        transactionId: payment.transaction_id,
        end: fact.type === 'payment_captured' ? 'captured' : 'voided',
        actor: { type: 'system', id: `${notice.provider}-notice` },
        reason: `Notice ${notice.noticeId}`,
      });
      return APPLIED;
    } catch (error) {
      if (!isOver(error)) throw error;
      return this.afterTheEnd(notice, payment.transaction_id);
    }
  }

  /** The hold ended before: the platform called, or the notice came again. What does not fit together needs a person. */
  private async afterTheEnd({ fact }: NoticeOf<'payment_captured' | 'payment_failed'>, purchaseId: string) {
    const purchase = await findEnded(this.db, purchaseId);
    const stands = purchase?.status === 'posted' || purchase?.status === 'held';
    if (fact.type === 'payment_captured') {
      if (stands || purchase?.refund_opened) return APPLIED;
      const reason = noticeReason('purchase_over', { status: purchase?.status ?? 'unknown' });
      return { kind: 'refused', reason } as const;
    }
    if (!stands) return APPLIED;
    return { kind: 'refused', reason: noticeReason('not_paid') } as const;
  }
}

const tooLittle = (taken: Money, { amount_minor: price, currency }: NamedPayment): NoticeOutcome => ({
  kind: 'refused',
  reason: noticeReason('wrong_amount', {
    takenMinor: Number(taken.amountMinor),
    takenCurrency: taken.currency,
    priceMinor: Number(price),
    priceCurrency: currency,
  }),
});

const isOver = (error: unknown): boolean =>
  error instanceof ProblemError &&
  (error.code === 'transaction.not_held' || error.code === 'action.not_allowed');
