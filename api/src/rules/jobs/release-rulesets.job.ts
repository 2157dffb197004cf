import { Injectable } from '@nestjs/common';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { ReleaseDueRulesets } from '../commands/release-due-rulesets.js';

/** A scheduled release happens within seconds of its time, whichever process is up then. */
@Injectable()
@Scheduled({ name: 'release-rulesets', everySeconds: 5 })
export class ReleaseRulesetsJob implements ScheduledJob {
  constructor(private readonly releaseDue: ReleaseDueRulesets) {}

  run(): Promise<unknown> {
    return this.releaseDue.run();
  }
}
