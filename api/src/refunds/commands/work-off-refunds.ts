import { MINUTE } from '@coinwarden/domain';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { JobShare } from '../../platform/database/job-share.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { postpone, refundsToTry } from '../persistence/refund-writes.store.js';
import { readRefund } from '../persistence/refunds.store.js';
import { ExecuteRefund } from './execute-refund.js';
import { TakeUpRefund } from './take-up-refund.js';

const PAGE = 100;
/** Most of a payment is waiting for the provider. */
const AT_ONCE = 4;

/** Does what is due: takes up refunds that are owed, pays approved ones, asks for answers that got lost. */
@Injectable()
export class WorkOffRefunds {
  private readonly logger = new Logger('Refunds');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly share: JobShare,
    private readonly clock: Clock,
    private readonly takeUp: TakeUpRefund,
    private readonly execute: ExecuteRefund,
  ) {}

  /** Answers how many it looked at. */
  async run(): Promise<number> {
    let looked = 0;
    for (;;) {
      const due = await refundsToTry(this.uow, { now: this.clock.now(), max: PAGE });
      await this.these(due);
      looked += due.length;
      if (due.length < PAGE) return looked;
    }
  }

  /** Side by side, as far as that helps. */
  async these(refundIds: readonly string[]): Promise<void> {
    const waiting = [...new Set(refundIds)];
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await this.one(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** As far as it goes without anybody else. A refund that cannot be worked on does not keep the others waiting. */
  private async one(refundId: string): Promise<void> {
    try {
      const refund = await readRefund(this.uow, refundId);
      if (refund?.status === 'requested') await this.share.run(() => this.takeUp.run(refundId));
      await this.execute.run(refundId);
    } catch (error) {
      this.logger.error(`Refund ${refundId} cannot be worked on; it is tried again`, error);
      await postpone(this.uow, refundId, this.clock.now() + MINUTE);
    }
  }
}
