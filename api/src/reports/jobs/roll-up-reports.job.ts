import { Injectable } from '@nestjs/common';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { RollUpReports } from '../commands/roll-up-reports.js';

@Injectable()
@Scheduled({ name: 'roll-up-reports', everySeconds: 5 })
export class RollUpReportsJob implements ScheduledJob {
  constructor(private readonly rollUp: RollUpReports) {}

  run(): Promise<void> {
    return this.rollUp.run();
  }
}
