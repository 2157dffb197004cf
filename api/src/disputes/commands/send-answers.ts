import { foldDispute, HOUR, MINUTE, SECOND } from '@coinwarden/domain';
import { Injectable, Logger } from '@nestjs/common';
import { PaymentGateways, ProviderRefused } from '../../payments/payments.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  type AnswerRecord,
  findAnswersToSend,
  readAnswers,
  updateAnswer,
} from '../persistence/dispute-answers.store.js';
import { appendDisputeEvents, type DisputeActor } from '../persistence/dispute-events.store.js';
import { readTold } from '../persistence/dispute-facts.store.js';
import { type DisputeRecord, lockDispute } from '../persistence/disputes.store.js';
import { RestateDispute } from './restate-dispute.js';

const ACTOR: DisputeActor = { type: 'system', id: 'dispute-answers', name: 'Dispute answers' };
/** While somebody may still wait for the provider, nobody else asks. */
const LEASE = 2 * MINUTE;
const FIRST_RETRY = 30 * SECOND;
const LAST_RETRY = HOUR;
const MOST_AT_ONCE = 50;
/** Providers forget keys after a day; from then on only their notices can say whether it arrived. */
const KEY_LIFE = 23 * HOUR;

type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'lost'; readonly message: string };

interface Leased {
  readonly dispute: DisputeRecord;
  readonly answer: AnswerRecord;
  /** The provider's own notices say that it arrived. */
  readonly taken: boolean;
}

async function isTaken(tx: Tx, { disputeId, stage }: AnswerRecord): Promise<boolean> {
  const state = foldDispute(await readTold(tx, disputeId));
  return state.stage !== stage || state.status !== 'needs_response' || state.answersTaken > 0;
}

/** Sends what was written down, under one key per stage and content: the provider takes it once, however often it is asked. */
@Injectable()
export class SendAnswers {
  private readonly logger = new Logger('Disputes');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly gateways: PaymentGateways,
    private readonly restate: RestateDispute,
  ) {}

  async run(): Promise<void> {
    const due = await findAnswersToSend(this.uow, this.clock.now(), MOST_AT_ONCE);
    for (const disputeId of due) {
      try {
        await this.one(disputeId);
      } catch (error) {
        // Its lease brings it up again; the others do not wait for it.
        this.logger.error(`The answer to dispute ${disputeId} cannot be sent`, error);
      }
    }
  }

  /** Null: there was nothing to send, or somebody else sends it. */
  async one(disputeId: string): Promise<Outcome | null> {
    const leased = await this.lease(disputeId);
    if (leased === null) return null;
    const outcome = leased.taken
      ? ({ kind: 'sent' } as const)
      : await this.tell(leased.dispute, leased.answer);
    await this.book(leased.answer, outcome);
    return outcome;
  }

  private lease(disputeId: string): Promise<Leased | null> {
    return this.uow.run(async (tx) => {
      const dispute = await lockDispute(tx, disputeId);
      const at = this.clock.now();
      const answers = dispute === null ? [] : await readAnswers(tx, disputeId);
      const answer = answers.find((one) => one.tryAt !== null && one.tryAt <= at);
      if (dispute === null || answer === undefined) return null;
      const leased = { ...answer, tries: answer.tries + 1, tryAt: at + LEASE };
      await updateAnswer(tx, leased);
      return { dispute, answer: leased, taken: answer.tries > 0 && (await isTaken(tx, answer)) };
    });
  }

  private async tell({ provider, providerDisputeId }: DisputeRecord, answer: AnswerRecord): Promise<Outcome> {
    const { disputeId, stage, hash, kind, askedAt } = answer;
    if (this.clock.now() > askedAt + KEY_LIFE)
      return { kind: 'lost', message: 'Only a notice can tell now.' };
    const idempotencyKey = `dispute-${disputeId}-${stage}-${hash ?? kind}-${askedAt}`;
    try {
      const gateway = this.gateways.of(provider);
      // Where no API is: a person sends the document, and says so by submitting it.
      if (gateway === null && provider === 'other') return { kind: 'sent' };
      if (gateway === null) return { kind: 'refused', message: `${provider} takes no answers from here.` };
      if (kind === 'acceptance') await gateway.acceptDispute({ providerDisputeId, idempotencyKey });
      else {
        const { fields, pdf: file } = answer;
        const submission = { providerDisputeId, fields: fields ?? {}, file, submit: true, idempotencyKey };
        await gateway.submitEvidence(submission);
      }
      return { kind: 'sent' };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // Anything but a plain no may have arrived.
      return { kind: error instanceof ProviderRefused ? 'refused' : 'lost', message };
    }
  }

  private book({ disputeId, stage }: AnswerRecord, outcome: Outcome): Promise<void> {
    return this.uow.run(async (tx) => {
      const dispute = (await lockDispute(tx, disputeId))!;
      const at = this.clock.now();
      const answer = (await readAnswers(tx, disputeId)).find((one) => one.stage === stage)!;
      if (answer.sentAt !== null) return;
      const { kind } = answer;
      const details = { kind, stage, tries: answer.tries };
      if (outcome.kind === 'lost') {
        const tryAt = at + Math.min(FIRST_RETRY * 2 ** answer.tries, LAST_RETRY);
        await updateAnswer(tx, { ...answer, tryAt });
        const event = { kind: 'answer_lost', at, actor: ACTOR, text: outcome.message, details } as const;
        await appendDisputeEvents(tx, disputeId, [event]);
        return;
      }
      const refusal = outcome.kind === 'refused' ? outcome.message : null;
      await updateAnswer(tx, { ...answer, tryAt: null, refusal, sentAt: refusal === null ? at : null });
      const event = refusal === null ? 'answer_sent' : 'answer_refused';
      await appendDisputeEvents(tx, disputeId, [{ kind: event, at, actor: ACTOR, text: refusal, details }]);
      await this.restate.run(tx, dispute, { at, actor: ACTOR });
    });
  }
}
