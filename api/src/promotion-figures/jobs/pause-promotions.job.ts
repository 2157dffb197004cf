import { Injectable } from '@nestjs/common';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { PausePromotions } from '../commands/pause-promotions.js';

@Injectable()
@Scheduled({ name: 'pause-promotions', everySeconds: 30 })
export class PausePromotionsJob implements ScheduledJob {
  constructor(private readonly pause: PausePromotions) {}

  async run(): Promise<void> {
    await this.pause.run();
  }
}
