import { type NoticeOutcome, noticeReason } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { openAnswer } from '../persistence/consumption-answers.store.js';
import { NO_PURCHASE, type NoticeOf } from './known-notice.js';

/** A store asks how much of a purchase was used: writes the question down with its deadline; a job answers it. */
@Injectable()
export class OpenConsumptionAnswer {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run({ fact, payment, provider, storedId }: NoticeOf<'consumption_request'>): Promise<NoticeOutcome> {
    const now = this.clock.now();
    if (payment === null && now < fact.dueAt) return { kind: 'waiting', reason: NO_PURCHASE };
    await openAnswer(
      this.db,
      {
        noticeId: storedId,
        provider,
        transactionRef: fact.transactionReference,
        token: fact.token,
        application: fact.application,
        accountId: payment?.account_id ?? null,
        purchaseId: payment?.transaction_id ?? null,
        requestReason: fact.requestReason,
        dueAt: fact.dueAt,
        state: payment === null ? 'expired' : 'pending',
        error: payment === null ? noticeReason('known_too_late') : null,
      },
      now,
    );
    return { kind: 'applied' };
  }
}
