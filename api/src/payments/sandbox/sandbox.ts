import { DAY } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Behaviour, Operation } from './behaviour.js';
import { forgetBehaviours, orderBehaviour } from './books/behaviours.store.js';
import { hurryDecisions, readSandboxDispute, type SandboxDispute } from './books/disputes.store.js';
import { type NoticeMode, readNoticeMode, writeNoticeMode } from './books/events.store.js';
import { readSandboxRefund, refundsOf, type SandboxRefund } from './books/refunds.store.js';
import type { SandboxWarning } from './books/warnings.store.js';
import type { Doing } from './commands/announce.js';
import { decideDispute, escalateInquiry } from './commands/decide-dispute.js';
import { issueDispute, issueWarning, type NewDispute } from './commands/issue-dispute.js';
import { knowPayment, type NewPayment, takePayment } from './commands/know-payment.js';
import { type Settlement, settleSandboxRefund } from './commands/settle-refund.js';
import { SandboxClock } from './sandbox-clock.js';
import { missing } from './stripe-problem.js';

const DUE_DAYS = 7;

export type DisputeOrder = Omit<NewDispute, 'dueAt'> & {
  /** A week from now unless said. */
  readonly dueAt?: number | undefined;
};

/**
 * The world behind the sandbox: cardholders, their banks, the card schemes and the network. What happens there is told to
 * the product by notices alone, as it would be.
 */
@Injectable()
export class Sandbox {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: SandboxClock,
  ) {}

  /** A payment that nobody has told the product about, or not yet. */
  takePayment(payment: Omit<NewPayment, 'createdAt'>) {
    return this.do(({ tx, at }) => takePayment(tx, { ...payment, createdAt: at }));
  }

  openDispute(reference: string, order: DisputeOrder): Promise<SandboxDispute> {
    return this.do(async (doing) =>
      issueDispute(doing, await knowPayment(doing.tx, reference), {
        ...order,
        dueAt: order.dueAt ?? doing.at + DUE_DAYS * DAY,
      }),
    );
  }

  warn(reference: string, fraudType = 'made_with_stolen_card'): Promise<SandboxWarning> {
    return this.do(async (doing) => issueWarning(doing, await knowPayment(doing.tx, reference), fraudType));
  }

  decide(disputeId: string, verdict: 'won' | 'lost'): Promise<SandboxDispute> {
    return this.do(async (doing) => decideDispute(doing, await this.caseOf(doing, disputeId), verdict));
  }

  escalate(disputeId: string, dueAt?: number): Promise<SandboxDispute> {
    return this.do(async (doing) =>
      escalateInquiry(doing, await this.caseOf(doing, disputeId), dueAt ?? doing.at + DUE_DAYS * DAY),
    );
  }

  settleRefund(refundId: string, settlement: Settlement): Promise<SandboxRefund> {
    return this.do(async (doing) => {
      const refund = await readSandboxRefund(doing.tx, refundId);
      if (!refund) throw missing('refund', refundId);
      const payment = await knowPayment(doing.tx, refund.paymentId);
      return settleSandboxRefund(doing, { refund, payment }, settlement);
    });
  }

  /** What was paid back of a payment: what tests compare our books with. Newest first. */
  refunds(reference: string): Promise<SandboxRefund[]> {
    return refundsOf(this.uow, reference);
  }

  dispute(disputeId: string): Promise<SandboxDispute | null> {
    return readSandboxDispute(this.uow, disputeId);
  }

  /** The next calls of this kind misbehave. */
  async misbehave(
    operation: Operation,
    behaviour: Behaviour,
    options: { reference?: string | undefined; calls?: number | undefined } = {},
  ): Promise<void> {
    const { reference = null, calls = 1 } = options;
    await orderBehaviour(this.uow, { operation, behaviour, reference, calls });
  }

  async behave(): Promise<void> {
    await forgetBehaviours(this.uow);
  }

  /** Banks that have not decided yet take so long over the evidence from now on. */
  async hurry(decideAfterMs: number): Promise<void> {
    await hurryDecisions(this.uow, decideAfterMs);
  }

  async sendNotices(mode: Partial<NoticeMode>): Promise<NoticeMode> {
    return this.uow.run(async (tx) => {
      const next = { ...(await readNoticeMode(tx)), ...mode };
      await writeNoticeMode(tx, next);
      return next;
    });
  }

  private do<T>(work: (doing: Doing) => Promise<T>): Promise<T> {
    return this.uow.run((tx) => work({ tx, at: this.clock.now(), idempotencyKey: null }));
  }

  private async caseOf({ tx }: Doing, disputeId: string) {
    const found = await readSandboxDispute(tx, disputeId);
    if (!found) throw missing('dispute', disputeId);
    const payment = await knowPayment(tx, found.paymentId);
    return { dispute: (await readSandboxDispute(tx, disputeId))!, payment };
  }
}
