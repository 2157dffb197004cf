import { Injectable } from '@nestjs/common';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { BacktestRunner } from '../engine/backtest-runner.js';

/** Starts a backtest as soon as it is asked for. */
@Injectable()
@Subscribes({ name: 'start-backtests', topics: ['backtest.queued'] })
export class StartBacktestsJob implements OutboxSubscriber<'backtest.queued'> {
  constructor(private readonly runner: BacktestRunner) {}

  async handle(_: readonly OutboxEvent<'backtest.queued'>[]): Promise<void> {
    await this.runner.start();
  }
}

/** Takes up what a process left behind that was ended. */
@Injectable()
@Scheduled({ name: 'resume-backtests', everySeconds: 15 })
export class ResumeBacktestsJob implements ScheduledJob {
  constructor(private readonly runner: BacktestRunner) {}

  run(): Promise<void> {
    return this.runner.start();
  }
}
