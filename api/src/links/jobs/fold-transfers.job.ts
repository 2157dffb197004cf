import { Injectable } from '@nestjs/common';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { FoldTransfers } from '../commands/fold-transfers.js';

@Injectable()
@Scheduled({ name: 'fold-links', everySeconds: 5 })
export class FoldTransfersJob implements ScheduledJob {
  constructor(private readonly fold: FoldTransfers) {}

  run(): Promise<unknown> {
    return this.fold.run();
  }
}
