import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findLapsedHolds } from '../persistence/holds.store.js';
import { EndHold } from './end-hold.js';

const MAX_HOLDS_AT_ONCE = 200;

/** Ends the holds whose time has run out. Each is a transaction of its own, so one that fails stops no other. */
@Injectable()
export class ExpireHolds {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly endHold: EndHold,
  ) {}

  /** Answers how many it ended; a person who is quicker simply wins. */
  async run(): Promise<number> {
    const lapsed = await findLapsedHolds(this.uow, this.clock.now(), MAX_HOLDS_AT_ONCE);
    let ended = 0;
    for (const transactionId of lapsed) {
      try {
        await this.endHold.run({
          transactionId,
          end: 'expired',
          actor: { type: 'system', id: 'expire-holds' },
        });
        ended++;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
    }
    return ended;
  }
}
