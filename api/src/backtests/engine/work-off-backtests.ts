import { type CompiledKnob, compileSound, knobsOf, prepareTrial } from '@coinwarden/domain';
import { becomeRunner, putBack, recoverLeftBehind, takeNext } from '../persistence/backtest-queue.store.js';
import {
  type BacktestQuestion,
  failBacktest,
  finishBacktest,
  writeProgress,
} from '../persistence/backtests.store.js';
import { BacktestConnection } from './connection.js';
import { type ReplayConnections, type ReplayProgress, replayHistory } from './replay-history.js';

const PROGRESS_EVERY_MS = 300;

export interface RunnerSettings {
  readonly databaseUrl: string;
  /** Told to stop, the backtest under way goes back to those that wait. */
  readonly stop: AbortSignal;
  /** Entities of velocity kept in memory before some are put aside. */
  readonly generationSize?: number;
}

/** Works off what waits, one after the other, unless another process does already. */
export async function workOffBacktests(settings: RunnerSettings): Promise<void> {
  const { databaseUrl, stop } = settings;
  const db = await BacktestConnection.open(databaseUrl);
  try {
    if (!(await becomeRunner(db))) return;
    await recoverLeftBehind(db, Date.now());
    const history = await BacktestConnection.open(databaseUrl);
    try {
      while (!stop.aborted) {
        const question = await takeNext(db, Date.now());
        if (question === null) return;
        await new BacktestRun({ facts: db, history }, question, settings).execute();
      }
    } finally {
      await history.close();
    }
  } finally {
    await db.close();
  }
}

class BacktestRun {
  private readonly startedAt = Date.now();
  private toldAt = 0;

  constructor(
    private readonly connections: ReplayConnections,
    private readonly question: BacktestQuestion,
    private readonly settings: RunnerSettings,
  ) {}

  async execute(): Promise<void> {
    const { connections, question, settings } = this;
    const { backtestId } = question;
    const db = connections.facts;
    try {
      const { candidate, live, slice, baseline, maturityDays } = question;
      // Both were compiled when the backtest was asked for.
      const trial = prepareTrial(compileSound(candidate).compiled, compileSound(live).compiled);
      const plan = {
        slice,
        baseline,
        maturityDays,
        asOf: this.startedAt,
        trial,
        knobs: knobsUnderTest(question),
        generationSize: settings.generationSize,
      };
      const result = await replayHistory(connections, plan, (p) => this.tell(p));
      if (result !== null) await finishBacktest(db, backtestId, { result, at: Date.now() });
      else if (this.settings.stop.aborted) await putBack(db, backtestId);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      process.stderr.write(
        `backtest ${backtestId} failed: ${error instanceof Error ? error.stack : message}\n`,
      );
      const failure = {
        code: 'backtest.failed',
        message: 'It met an error; the log of the server says which.',
      };
      await failBacktest(db, backtestId, { failure, at: Date.now() });
    }
  }

  private async tell({ phase, done, total }: ReplayProgress): Promise<boolean> {
    if (this.settings.stop.aborted) return false;
    const now = Date.now();
    if (now - this.toldAt < PROGRESS_EVERY_MS) return true;
    this.toldAt = now;
    const perSecond = Math.round((1_000 * done) / Math.max(1, now - this.startedAt));
    return writeProgress(this.connections.facts, this.question.backtestId, { phase, done, total, perSecond });
  }
}

function knobsUnderTest({ candidate, tuneRules }: BacktestQuestion): CompiledKnob[] {
  return candidate.rules
    .filter(({ key, mode }) => mode !== 'off' && tuneRules.includes(key))
    .flatMap(knobsOf);
}
