import { HOUR } from '@coinwarden/domain';
import type { SimulatedItem } from '@coinwarden/simulator';
import { Injectable } from '@nestjs/common';
import { ProcessNotices, ReceiveNotice } from '../../notices/notices.public.js';
import {
  Advance,
  type Behaviour,
  behaviourNamed,
  type Carrier,
  Sandbox,
  SandboxClock,
  SendNotices,
} from '../../payments/payments.public.js';
import type { ApiKeyActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RequestRefund, WorkOffRefunds } from '../../refunds/refunds.public.js';
import { chanceOf } from './chance.js';
import { demoStaff, unlessRefused } from './demo-staff.js';
import { type PlayedPurchase, readPlayedPurchase, refundsOwed } from './money-back.store.js';
import { MoneyBackDesk } from './money-back-desk.js';
import { StaffAtWork } from './staff-at-work.js';

export type MoneyBackItem = Extract<SimulatedItem, { kind: 'money_back' }>;

/** How often everybody goes through what has come up, in the time of the history. */
const ROUND = 8 * HOUR;

/** Not every refund goes smoothly; which one does not, its payment alone says. */
function misfortuneOf(reference: string): Behaviour | null {
  const luck = chanceOf(reference);
  if (luck < 6) return behaviourNamed('refuse');
  if (luck < 10) return behaviourNamed('pends');
  if (luck < 16) return behaviourNamed('fails_later');
  return null;
}

const PLATFORM: ApiKeyActor = {
  type: 'api_key',
  id: 'demo',
  name: 'Demo',
  permissions: new Set(['refund.create']),
};

/**
 * What became of the money in the seeded history, at the time it happened and by the commands that would have done it:
 * buyers ask for refunds, banks dispute and warn at the sandbox, its notices come in signed, staff work, refunds are paid.
 * Repeating a part of it changes nothing. Without the sandbox nothing happens.
 */
@Injectable()
export class PlayMoneyBack {
  private settledAt = 0;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly sandbox: Sandbox,
    private readonly sandboxClock: SandboxClock,
    private readonly advance: Advance,
    private readonly sendNotices: SendNotices,
    private readonly receiveNotice: ReceiveNotice,
    private readonly processNotices: ProcessNotices,
    private readonly requestRefund: RequestRefund,
    private readonly workOff: WorkOffRefunds,
    private readonly desk: MoneyBackDesk,
    private readonly staff: StaffAtWork,
  ) {}

  get isOn(): boolean {
    return this.config.payments.sandbox !== null;
  }

  /** Everything up to `until`, after the transactions until then. */
  async run(items: readonly MoneyBackItem[], until: number): Promise<void> {
    if (!this.isOn) return;
    for (const item of items) await this.telling(item.at, () => this.one(item));
    if (until - this.settledAt < ROUND) return;
    this.settledAt = until;
    await this.telling(until, () => this.settle(until));
  }

  /** What goes on behind every desk: payments, the sandbox's own time, its notices, and the staff's work on all of it. */
  async settle(now: number): Promise<void> {
    // What was told is heard before anybody goes on: a warning helps only while the money is still here.
    await this.hear(now);
    await this.staff.review(now);
    await this.workOff.these(await refundsOwed(this.uow, now));
    await this.workOff.run();
    await this.hear(now);
    if (!(await this.desk.run(now))) return;
    await this.workOff.run();
    await this.hear(now);
  }

  private async hear(now: number): Promise<void> {
    const { webhookSecret: secret } = this.config.payments.sandbox!;
    await this.advance.run(now);
    const { carrier } = this;
    if ((await this.sendNotices.run({ carrier, secret, now, withHeld: true })) === 0) return;
    await this.processNotices.run();
    // A warning or an inquiry may have been answered with a refund.
    await this.workOff.run();
  }

  /** In this process, past the same signature check. */
  private readonly carrier: Carrier = async ({ body, signature }) => {
    await this.receiveNotice.run('stripe', { body, headers: { 'stripe-signature': signature } });
    return true;
  };

  private async one({ purchase, event }: MoneyBackItem): Promise<void> {
    const played = await readPlayedPurchase(this.uow, purchase);
    // Whoever has the money back neither asks again nor goes to the bank for it.
    if (played === null || played.refunded || played.disputed) return;
    if (event.type === 'refund_request') {
      if (event.askedOf === 'agent' && played.askedBySupport) return;
      await this.ask(purchase, played, event);
      return;
    }
    if (purchase.provider !== 'stripe') return;
    if (event.type === 'fraud_warning') {
      if (!played.warned) await this.sandbox.warn(purchase.reference, event.fraudType);
      return;
    }
    const { caseType, reason, verdict, answerWithinMs, decidesAfterMs: decideAfterMs } = event;
    const dueAt = this.clock.now() + answerWithinMs;
    const order = { caseType, reason, verdict, decideAfterMs, dueAt };
    await this.sandbox.openDispute(purchase.reference, order);
  }

  private async ask(
    { idempotencyKey: key, provider, reference }: MoneyBackItem['purchase'],
    { purchaseId, amountMinor }: PlayedPurchase,
    { askedOf, reason, percent }: Extract<MoneyBackItem['event'], { type: 'refund_request' }>,
  ): Promise<void> {
    const part = percent < 100 ? { amountMinor: Math.floor((Number(amountMinor) * percent) / 100) } : {};
    const request = { purchaseId, reason, ...part };
    const misfortune = provider === 'stripe' ? misfortuneOf(reference) : null;
    if (misfortune) await this.sandbox.misbehave('refund', misfortune, { reference });
    const asked = await unlessRefused(async () =>
      askedOf === 'platform'
        ? this.requestRefund.byPlatform(PLATFORM, `refund-${key}`, request)
        : this.requestRefund.byStaff(await demoStaff(this.uow, 'support_agent'), request),
    );
    if (asked !== null) await this.workOff.these([asked.refundId]);
  }

  private async telling(at: number, work: () => Promise<void>): Promise<void> {
    this.sandboxClock.tell(at);
    try {
      await this.clock.telling(at, work);
    } finally {
      this.sandboxClock.tell(null);
    }
  }
}
