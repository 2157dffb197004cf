import { availableParallelism } from 'node:os';
import { idFloor, resultOf, type Stretch, stepEdges, stretchesOf } from '@coinwarden/domain';
import { becomeRunner, putBack, recoverLeftBehind, takeNext } from '../persistence/backtest-queue.store.js';
import {
  type BacktestQuestion,
  failBacktest,
  finishBacktest,
  writeProgress,
} from '../persistence/backtests.store.js';
import { countBetween } from '../persistence/history.store.js';
import { ReplayConnections } from './connection.js';
import type { ReplayProgress } from './replay-history.js';
import { replayStretches } from './replay-stretches.js';

const PROGRESS_EVERY_MS = 300;
/** Steps in which history is counted to divide it: so many that the few with anything in them still divide evenly. */
const STEPS = 2_000;
const DIVISION = { most: Math.min(availableParallelism(), 4), fewest: 20_000 };

export interface RunnerSettings {
  readonly databaseUrl: string;
  /** Told to stop, the backtest under way goes back to those that wait. */
  readonly stop: AbortSignal;
  /** Entities of velocity kept in memory before some are put aside, by each stretch. */
  readonly generationSize?: number;
  /** Into how many stretches history is divided at most, and from how many transactions each. */
  readonly division?: { readonly most: number; readonly fewest: number };
}

/** Works off what waits, one after the other, unless another process does already. */
export async function workOffBacktests(settings: RunnerSettings): Promise<void> {
  const { databaseUrl, stop } = settings;
  const connections = await ReplayConnections.open(databaseUrl);
  const db = connections.facts;
  try {
    if (!(await becomeRunner(db))) return;
    await recoverLeftBehind(db, Date.now());
    while (!stop.aborted) {
      const question = await takeNext(db, Date.now());
      if (question === null) return;
      await new BacktestRun(connections, question, settings).execute();
    }
  } finally {
    await connections.close();
  }
}

class BacktestRun {
  private readonly startedAt = Date.now();
  private toldAt = 0;
  private total = 0;

  constructor(
    private readonly connections: ReplayConnections,
    private readonly question: BacktestQuestion,
    private readonly settings: RunnerSettings,
  ) {}

  async execute(): Promise<void> {
    const { question, settings } = this;
    const { backtestId } = question;
    const db = this.connections.facts;
    try {
      const tally = await this.replay();
      if (tally !== null) await finishBacktest(db, backtestId, { result: resultOf(tally), at: Date.now() });
      else if (settings.stop.aborted) await putBack(db, backtestId);
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

  private async replay() {
    const { connections, question, settings, startedAt: asOf } = this;
    const { databaseUrl, generationSize } = settings;
    const stretches = await this.stretches();
    this.total = stretches.reduce((sum, { transactions }) => sum + transactions, 0);
    const orders = stretches.map(({ slice: stretch }) => ({ question, stretch, asOf, generationSize }));
    return replayStretches({ databaseUrl, connections, orders, onProgress: (p) => this.tell(p) });
  }

  private async stretches(): Promise<Stretch[]> {
    const { slice } = this.question;
    const { most, fewest } = this.settings.division ?? DIVISION;
    const steps = await countBetween(this.connections.history, stepEdges(slice, STEPS).map(idFloor));
    return stretchesOf(slice, { steps, fewest }, most);
  }

  private async tell({ phase, done }: ReplayProgress): Promise<boolean> {
    if (this.settings.stop.aborted) return false;
    const now = Date.now();
    if (now - this.toldAt < PROGRESS_EVERY_MS) return true;
    this.toldAt = now;
    const perSecond = Math.round((1_000 * done) / Math.max(1, now - this.startedAt));
    const progress = { phase, done, total: Math.max(this.total, done), perSecond };
    return writeProgress(this.connections.facts, this.question.backtestId, progress);
  }
}
