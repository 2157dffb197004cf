import type { BacktestComparisonView, BacktestResultView } from '@coinwarden/contracts';
import { type BacktestResult, type BacktestSlice, compareBacktests } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readResult } from '../persistence/backtests.store.js';

/** Results that were saved, alone or two side by side. Refusals: record.unknown, backtest.not_done. */
@Injectable()
export class BacktestResults {
  constructor(private readonly db: UnitOfWork) {}

  async one(backtestId: string): Promise<BacktestResultView> {
    return resultView((await this.find(backtestId)).result);
  }

  async compare(firstId: string, secondId: string): Promise<BacktestComparisonView> {
    const [first, second] = await Promise.all([this.find(firstId), this.find(secondId)]);
    return compareBacktests(first, second) as BacktestComparisonView;
  }

  private async find(backtestId: string): Promise<{ slice: BacktestSlice; result: BacktestResult }> {
    const found = await readResult(this.db, backtestId);
    if (found === null) throw new ProblemError('record.unknown', `There is no backtest ${backtestId}.`);
    const { slice, status, result } = found;
    if (result === null) throw new ProblemError('backtest.not_done', `The backtest is ${status}.`);
    return { slice, result };
  }
}

const resultView = (result: BacktestResult): BacktestResultView =>
  ({
    ...result,
    days: result.days.map((day) => ({ ...day, at: new Date(day.at).toISOString() })),
    examples: result.examples.map((example) => ({ ...example, at: new Date(example.at).toISOString() })),
  }) as BacktestResultView;
