import { Injectable } from '@nestjs/common';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { SumRuleLabels } from '../commands/sum-rule-labels.js';

@Injectable()
@Scheduled({ name: 'sum-rule-labels', everySeconds: 300 })
export class SumRuleLabelsJob implements ScheduledJob {
  constructor(private readonly sumLabels: SumRuleLabels) {}

  run(): Promise<void> {
    return this.sumLabels.run();
  }
}
