import { DAY } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { deleteNotices } from '../persistence/limit-notices.store.js';

const PAGE = 5_000;

/** Forgets what was told of windows that are over; nothing of them is told any more. */
@Injectable()
@Scheduled({ name: 'sweep-limit-notices', everySeconds: 3_600 })
export class SweepLimitNoticesJob implements ScheduledJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now() - DAY);
    while ((await this.uow.run((tx) => deleteNotices(tx, before, PAGE))) === PAGE);
  }
}
