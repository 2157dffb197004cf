import { DAY } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { deleteEnded } from '../persistence/webhook-deliveries.store.js';

/** How far back a replay reaches. */
const KEPT_FOR = 30 * DAY;
const PAGE = 5_000;

@Injectable()
@Scheduled({ name: 'sweep-deliveries', everySeconds: 3_600 })
export class SweepDeliveriesJob implements ScheduledJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = this.clock.now() - KEPT_FOR;
    while ((await this.uow.run((tx) => deleteEnded(tx, before, PAGE))) === PAGE);
  }
}
