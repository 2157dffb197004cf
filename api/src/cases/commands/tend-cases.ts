import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { findIdle, findSleepers, lockCases } from '../persistence/cases.store.js';
import { forgetPresence } from '../persistence/presence.store.js';
import { MoveCase } from './move-case.js';
import { ALERTS_ACTOR } from './raise-alerts.js';
import { RaiseHeld } from './raise-held.js';
import { RetireQueue } from './retire-queue.js';
import { isIdle, SettleEndedHolds } from './settle-ended-holds.js';

const MAX_AT_ONCE = 200;

/** What time does to cases: those put off come back, those with nothing left to decide end. */
@Injectable()
export class TendCases {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly moveCase: MoveCase,
    private readonly raiseHeld: RaiseHeld,
    private readonly endedHolds: SettleEndedHolds,
    private readonly retireQueue: RetireQueue,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.raiseHeld.missed();
    await this.endedHolds.missed();
    await this.retireQueue.leftovers();
    await this.wake(now);
    await this.closeIdle(now);
    await forgetPresence(this.uow, now);
  }

  private wake(now: number): Promise<void> {
    return this.uow.run(async (tx) => {
      const due = await findSleepers(tx, now, MAX_AT_ONCE);
      for (const record of await lockCases(tx, due)) {
        if (record.status !== 'snoozed' || record.snoozedUntil === null || record.snoozedUntil > now)
          continue;
        await this.moveCase.run(tx, record, { step: 'wake', at: now, actor: ALERTS_ACTOR });
      }
    });
  }

  private closeIdle(now: number): Promise<void> {
    return this.uow.run(async (tx) => {
      for (const record of await lockCases(tx, await findIdle(tx, now, MAX_AT_ONCE))) {
        if (isIdle(record, now)) await this.endedHolds.close(tx, record, now);
      }
    });
  }
}
