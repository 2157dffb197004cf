import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { foldTallies, trimExamples } from '../persistence/shadow.store.js';

/** Keeps what the shadow leaves behind small, however long it runs. */
@Injectable()
@Scheduled({ name: 'fold-shadow', everySeconds: 60 })
export class FoldShadowJob implements ScheduledJob {
  constructor(private readonly uow: UnitOfWork) {}

  async run(): Promise<void> {
    await this.uow.run(foldTallies);
    await this.uow.run(trimExamples);
  }
}
