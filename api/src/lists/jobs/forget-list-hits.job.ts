import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { forgetOldHits } from '../persistence/list-hits.store.js';

/** Keeps the latest hits of busy entries only: all are counted, few are looked at. */
@Injectable()
@Scheduled({ name: 'forget-list-hits', everySeconds: 3_600 })
export class ForgetListHitsJob implements ScheduledJob {
  constructor(private readonly uow: UnitOfWork) {}

  run(): Promise<void> {
    return forgetOldHits(this.uow);
  }
}
