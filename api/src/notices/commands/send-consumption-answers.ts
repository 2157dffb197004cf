import {
  answerConsumption,
  type ConsumptionAnswer,
  type ConsumptionFacts,
  MINUTE,
  noticeReason,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { type RefundablePurchase, RefundablePurchases } from '../../clawback/clawback.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AnswerSenders } from '../answers/answer-senders.js';
import {
  type AnswerResult,
  claimAnswers,
  type DueAnswer,
  recordAnswer,
} from '../persistence/consumption-answers.store.js';

const CLAIM = 20;
const LEASE = 2 * MINUTE;
const PAUSE_SHORTEST = MINUTE;
const PAUSE_LONGEST = 20 * MINUTE;

/** Computes what each store wants to know from the purchase's lots as they are now, and sends it before it is due. */
@Injectable()
export class SendConsumptionAnswers {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly senders: AnswerSenders,
    private readonly purchases: RefundablePurchases,
  ) {}

  async run(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const due = await claimAnswers(this.db, { now, leaseEnd: now + LEASE, max: CLAIM });
      await Promise.all(due.map((question) => this.answer(question)));
      if (due.length < CLAIM) return;
    }
  }

  private async answer(question: DueAnswer): Promise<void> {
    const result = await this.resultOf(question);
    await recordAnswer(this.db, question, result, this.clock.now());
  }

  private async resultOf(question: DueAnswer): Promise<AnswerResult> {
    const now = this.clock.now();
    const ended = { nextAttemptAt: null, computed: null, request: null };
    if (now >= question.due_at.getTime())
      return { ...ended, state: 'expired', error: noticeReason('not_sent_in_time') };
    const purchase = await this.purchases.find(this.db, question.purchase_id);
    if (purchase === null) return { ...ended, state: 'refused', error: noticeReason('never_approved') };
    const facts = factsOf(purchase);
    const answer = answerConsumption(facts);
    const sender = this.senders.of(question.provider);
    const request = sender.bodyOf(question, answer);
    const computed = viewOf(facts, answer);
    if (sender.withheld !== null) return { ...ended, state: 'withheld', computed, error: sender.withheld };
    const sent = await sender.send(question, request);
    if (sent.kind === 'later') {
      return {
        state: 'pending',
        nextAttemptAt: nextTry(question, now),
        error: sent.error,
        computed,
        request,
      };
    }
    const error = sent.kind === 'refused' ? sent.error : null;
    return { state: sent.kind, nextAttemptAt: null, error, computed, request };
  }
}

/** The last try comes just before the deadline, however long the pauses have become; after that one it has expired. */
function nextTry({ attempts, due_at }: DueAnswer, now: number): number {
  const pause = Math.min(PAUSE_SHORTEST * 2 ** Math.min(attempts - 1, 10), PAUSE_LONGEST);
  const last = due_at.getTime() - PAUSE_SHORTEST;
  return now < last ? Math.min(now + pause, last) : due_at.getTime();
}

const factsOf = (purchase: RefundablePurchase): ConsumptionFacts => ({
  grantedCoins: purchase.coins + purchase.bonusCoins,
  unspentCoins: purchase.unspentCoins,
  delivered: purchase.status === 'posted',
  accountStatus: purchase.accountStatus,
});

const viewOf = (facts: ConsumptionFacts, answer: ConsumptionAnswer): object => ({
  ...answer,
  grantedCoins: Number(facts.grantedCoins),
  unspentCoins: Number(facts.unspentCoins),
});
