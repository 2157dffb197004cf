import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { forgetListChanges } from '../persistence/lists.store.js';

/** What changed some hours ago every process has read by now, or it reads all lists anew. */
@Injectable()
@Scheduled({ name: 'forget-list-changes', everySeconds: 3_600 })
export class ForgetListChangesJob implements ScheduledJob {
  constructor(private readonly uow: UnitOfWork) {}

  run(): Promise<void> {
    return forgetListChanges(this.uow);
  }
}
