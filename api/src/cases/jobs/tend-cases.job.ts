import { Injectable } from '@nestjs/common';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { TendCases } from '../commands/tend-cases.js';

@Injectable()
@Scheduled({ name: 'tend-cases', everySeconds: 30 })
export class TendCasesJob implements ScheduledJob {
  constructor(private readonly tendCases: TendCases) {}

  async run(): Promise<void> {
    await this.tendCases.run();
  }
}
