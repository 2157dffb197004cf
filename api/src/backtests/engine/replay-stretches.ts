import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BacktestTally, TallyParts } from '@coinwarden/domain';
import type { ReplayConnections } from './connection.js';
import { type OnProgress, type ReplayProgress, replayHistory } from './replay-history.js';
import { planOf, type StretchOrder } from './replay-plan.js';
import type { ThreadMessage, ThreadSettings } from './stretch-thread.js';

const PROGRAM = fileURLToPath(new URL('./stretch-thread.js', import.meta.url));
const MEMORY_MB = 1_024;

/** What one stretch gathered; null when it was told to stop. */
type Found = TallyParts | null;

interface StretchesRequest {
  readonly databaseUrl: string;
  /** For what is replayed in this thread. */
  readonly connections: ReplayConnections;
  /** In the order of time. */
  readonly orders: readonly StretchOrder[];
  /** Told the sum of all stretches. */
  readonly onProgress: OnProgress;
}

/** Replays the first stretch here, the others in threads beside it; null when it was told to stop. */
export async function replayStretches(request: StretchesRequest): Promise<BacktestTally | null> {
  const { connections, orders, databaseUrl } = request;
  const progress = new JointProgress(request.onProgress);
  const here = (order: StretchOrder, place: number) =>
    replayHistory(connections, planOf(order), (done) => progress.tell(place, done));
  // Run from its sources, as tests do, there is no program for a thread: then one comes after the other.
  if (!existsSync(PROGRAM)) {
    const tallies: (BacktestTally | null)[] = [];
    for (const [place, order] of orders.entries()) tallies.push(await here(order, place));
    return joined(
      tallies[0]!,
      tallies.slice(1).map((tally) => tally?.parts() ?? null),
    );
  }
  const first = here(orders[0]!, 0);
  const threads = orders.slice(1).map((order, i) => {
    const worker = new Worker(PROGRAM, {
      workerData: { databaseUrl, order } satisfies ThreadSettings,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    return { worker, found: foundBy(worker, (done) => progress.tell(i + 1, done)) };
  });
  try {
    const [tally, ...found] = await Promise.all([first, ...threads.map((thread) => thread.found)]);
    return joined(tally as BacktestTally | null, found as Found[]);
  } finally {
    progress.stop();
    await Promise.allSettled([first, ...threads.map(({ worker }) => worker.terminate())]);
  }
}

/** What others were warmed up with, the stretch before them has judged. */
function joined(tally: BacktestTally | null, others: readonly Found[]): BacktestTally | null {
  if (tally === null) return null;
  for (const found of others) {
    if (found === null) return null;
    found.sums.warmedUp = 0;
    tally.addParts(found);
  }
  return tally;
}

function foundBy(worker: Worker, onProgress: OnProgress): Promise<Found> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ThreadMessage) => {
      if ('found' in message) resolve(message.found);
      else onProgress(message.progress).then((goOn) => goOn || resolve(null), reject);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a thread of the backtest ended with ${code}`)));
  });
}

/** Of all stretches together; once one is told to stop, all are. */
class JointProgress {
  private readonly stretches = new Map<number, ReplayProgress>();
  private stopped = false;

  constructor(private readonly onProgress: OnProgress) {}

  async tell(place: number, progress: ReplayProgress): Promise<boolean> {
    if (this.stopped) return false;
    this.stretches.set(place, progress);
    const all = [...this.stretches.values()];
    const phase = all.some((one) => one.phase === 'judging') ? 'judging' : 'warming_up';
    if (!(await this.onProgress({ phase, done: all.reduce((sum, one) => sum + one.done, 0) }))) this.stop();
    return !this.stopped;
  }

  stop(): void {
    this.stopped = true;
  }
}
