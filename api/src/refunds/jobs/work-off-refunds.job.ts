import { Injectable } from '@nestjs/common';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { WorkOffRefunds } from '../commands/work-off-refunds.js';

/** Takes up what is owed and asks again for what nobody answered. */
@Injectable()
@Scheduled({ name: 'work-off-refunds', everySeconds: 10 })
export class WorkOffRefundsJob implements ScheduledJob {
  constructor(private readonly workOff: WorkOffRefunds) {}

  async run(): Promise<void> {
    await this.workOff.run();
  }
}
