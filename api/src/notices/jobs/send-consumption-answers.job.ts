import { Injectable } from '@nestjs/common';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { SendConsumptionAnswers } from '../commands/send-consumption-answers.js';

@Injectable()
@Scheduled({ name: 'send-consumption-answers', everySeconds: 15 })
export class SendConsumptionAnswersJob implements ScheduledJob {
  constructor(private readonly send: SendConsumptionAnswers) {}

  run(): Promise<void> {
    return this.send.run();
  }
}
