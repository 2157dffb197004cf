import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { anyWaiting } from '../persistence/backtests.store.js';
import { workOffBacktests } from './work-off-backtests.js';

const PROGRAM = fileURLToPath(new URL('./backtest-process.js', import.meta.url));
const MEMORY_MB = 1_024;

/** Starts a process for backtests when some wait, and ends it with this one. */
@Injectable()
export class BacktestRunner implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Backtests');
  private readonly stop = new AbortController();
  private running: Promise<void> | null = null;

  constructor(
    private readonly config: Config,
    private readonly db: UnitOfWork,
  ) {}

  /** Returns once they run, not once they are done. */
  async start(): Promise<void> {
    if (this.running !== null || this.stop.signal.aborted || !(await anyWaiting(this.db))) return;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { databaseUrl } = this.config;
    if (databaseUrl === null) return;
    try {
      // Run from its sources, as tests do, there is no program to start.
      if (existsSync(PROGRAM)) await this.apart(databaseUrl);
      else await workOffBacktests({ databaseUrl, stop: this.stop.signal });
    } catch (error) {
      this.logger.error(`Backtests stopped: ${error instanceof Error ? error.message : error}`);
    }
  }

  private apart(databaseUrl: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = fork(PROGRAM, { execArgv: [`--max-old-space-size=${MEMORY_MB}`], stdio: 'inherit' });
      lowerPriority(child);
      const end = () => child.kill('SIGTERM');
      this.stop.signal.addEventListener('abort', end);
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        this.stop.signal.removeEventListener('abort', end);
        if (code === 0 || this.stop.signal.aborted) resolve();
        else reject(new Error(`the process ended with ${code ?? signal}`));
      });
      // Not by the command line, which other users of the machine can read.
      child.send({ databaseUrl });
    });
  }
}

function lowerPriority({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // Where that is not allowed it runs like everything else.
  }
}
