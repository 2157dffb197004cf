import { Injectable } from '@nestjs/common';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { ExpireHolds } from '../commands/expire-holds.js';

@Injectable()
@Scheduled({ name: 'expire-holds', everySeconds: 15 })
export class ExpireHoldsJob implements ScheduledJob {
  constructor(private readonly expireHolds: ExpireHolds) {}

  async run(): Promise<void> {
    await this.expireHolds.run();
  }
}
