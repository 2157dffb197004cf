import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { TransactionRef } from '../../platform/outbox/topics.js';
import { wakeWaiting } from '../persistence/payments-named.store.js';
import { ProcessNotices } from './process-notices.js';

/** Notices that wait for a purchase are tried again at once when it is decided. */
@Injectable()
export class WakeNotices {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly processNotices: ProcessNotices,
  ) {}

  async run(decided: readonly TransactionRef[]): Promise<void> {
    if ((await wakeWaiting(this.db, decided, this.clock.now())) > 0) await this.processNotices.run();
  }
}
