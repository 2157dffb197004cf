import { HOUR, MINUTE, SECOND } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { PaymentGateways, type ProviderRefund, ProviderRefused } from '../../payments/payments.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { JobShare } from '../../platform/database/job-share.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { appendRefundEvents } from '../persistence/refund-events.store.js';
import { readFacts } from '../persistence/refund-facts.store.js';
import { updateRefund } from '../persistence/refund-writes.store.js';
import { lockRefund, type RefundActor, type RefundRecord } from '../persistence/refunds.store.js';
import { MoveRefund } from './move-refund.js';
import { RecordProviderFact } from './record-provider-fact.js';
import { SettleRefund } from './settle-refund.js';

const ACTOR: RefundActor = { type: 'system', id: 'refund-payments', name: 'Refund payments' };

/** While somebody may still wait for the answer, nobody else asks. */
const LEASE = 2 * MINUTE;
const FIRST_RETRY = 30 * SECOND;
const LAST_RETRY = 6 * HOUR;
/** A provider that has taken a refund on tells us by notice; asking is for notices that got lost. */
const PENDING_RETRY = 6 * HOUR;

type Answer =
  | { readonly kind: 'refund'; readonly refund: ProviderRefund }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'unknown'; readonly message: string };

/** The same whenever one attempt is asked for again: the provider pays once. */
export const refundKey = ({ refundId, attempt }: RefundRecord): string => `refund-${refundId}-${attempt}`;

/**
 * Pays an approved refund: the intent is committed, then the provider is called outside any transaction, then its answer
 * is booked. Whatever is lost in between leaves the refund in `processing`, and the next run asks under the same key.
 */
@Injectable()
export class ExecuteRefund {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly share: JobShare,
    private readonly clock: Clock,
    private readonly gateways: PaymentGateways,
    private readonly settle: SettleRefund,
    private readonly moveRefund: MoveRefund,
    private readonly record: RecordProviderFact,
  ) {}

  async run(refundId: string): Promise<void> {
    const started = await this.share.run(() => this.start(refundId));
    if (started === null) return;
    const answer = await this.ask(started);
    await this.share.run(() => this.book(started, answer));
  }

  /** Commits the intent, or takes up one whose answer is overdue; null when there is nothing to do, or another does it. */
  private start(refundId: string): Promise<{ refund: RefundRecord; again: boolean } | null> {
    return this.uow.run(async (tx) => {
      const refund = await lockRefund(tx, refundId);
      const at = this.clock.now();
      if (refund === null || refund.channel !== 'provider') return null;
      if (refund.status === 'approved') {
        await this.settle.run(tx, { ...refund, status: 'processing' }, { paidMinor: 0n, at, actor: ACTOR });
        const step = { step: 'start', at, actor: ACTOR, details: { key: refundKey(refund) } } as const;
        return {
          refund: await this.moveRefund.run(tx, refund, { ...step, changes: { tryAt: at + LEASE } }),
          again: false,
        };
      }
      if (refund.status !== 'processing' || refund.tryAt === null || refund.tryAt > at) return null;
      const leased = { ...refund, tryAt: at + LEASE, tries: refund.tries + 1 };
      await updateRefund(tx, leased);
      return { refund: leased, again: true };
    });
  }

  private async ask({ refund, again }: { refund: RefundRecord; again: boolean }): Promise<Answer> {
    try {
      const gateway = this.gateways.of(refund.provider!);
      if (gateway === null) return { kind: 'unknown', message: 'The provider is not set up.' };
      const { refundId, providerRefundId } = refund;
      const reference = refund.reference!;
      const found = again ? await gateway.findRefund({ refundId, reference, providerRefundId }) : null;
      if (found !== null && !(await this.isEarlier(refund, found))) return { kind: 'refund', refund: found };
      if (providerRefundId !== null) return { kind: 'unknown', message: 'The provider does not find it.' };
      const money = { amountMinor: refund.amountMinor, currency: refund.currency };
      const idempotencyKey = refundKey(refund);
      const { reason } = refund;
      const made = await gateway.createRefund({ refundId, reference, money, reason, idempotencyKey });
      return { kind: 'refund', refund: made };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (error instanceof ProviderRefused) return { kind: 'refused', code: error.code, message };
      // Anything else may have happened after the provider paid.
      return { kind: 'unknown', message };
    }
  }

  /** Whether it is what an attempt before this one made. */
  private async isEarlier(refund: RefundRecord, found: ProviderRefund): Promise<boolean> {
    const facts = await readFacts(this.uow, refund);
    const known = facts.find((fact) => fact.providerRefundId === found.providerRefundId);
    return known !== undefined && known.attempt < refund.attempt;
  }

  private book({ refund: asked }: { refund: RefundRecord }, answer: Answer): Promise<void> {
    return this.uow.run(async (tx) => {
      const refund = await lockRefund(tx, asked.refundId);
      // A notice may have been faster, or a person may have begun another attempt.
      if (refund === null || refund.attempt !== asked.attempt) return;
      const at = this.clock.now();
      if (answer.kind === 'refund') {
        const { providerRefundId, status, money, detail } = answer.refund;
        const { amountMinor } = money;
        const told = {
          providerRefundId,
          status,
          amountMinor,
          detail,
          occurredAt: at,
          source: 'answer',
        } as const;
        const next = await this.record.run(tx, refund, told, { actor: ACTOR, at });
        if (next.status === 'processing') await updateRefund(tx, { ...next, tryAt: at + PENDING_RETRY });
        return;
      }
      if (refund.status !== 'processing') return;
      const details = { key: refundKey(refund), message: answer.message };
      if (answer.kind === 'unknown') {
        const tryAt = at + Math.min(FIRST_RETRY * 2 ** refund.tries, LAST_RETRY);
        await updateRefund(tx, { ...refund, tryAt });
        await appendRefundEvents(tx, refund, [{ kind: 'answer_lost', at, actor: ACTOR, details }]);
        return;
      }
      await this.refused(tx, refund, answer, at);
    });
  }

  /** A definite no: nothing was paid, so the coins come back. */
  private async refused(
    tx: Tx,
    refund: RefundRecord,
    { code, message }: Extract<Answer, { kind: 'refused' }>,
    at: number,
  ): Promise<void> {
    const details = { code, message };
    await appendRefundEvents(tx, refund, [{ kind: 'provider_refused', at, actor: ACTOR, details }]);
    await this.settle.run(tx, { ...refund, status: 'failed' }, { paidMinor: 0n, at, actor: ACTOR });
    await this.moveRefund.run(tx, refund, {
      step: 'fail',
      at,
      actor: ACTOR,
      details,
      changes: { failure: { code: `provider.${code}`, message } },
    });
  }
}
