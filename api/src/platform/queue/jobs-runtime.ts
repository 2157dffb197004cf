import { BullRegistrar, WorkerHost } from '@nestjs/bullmq';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Config } from '../config/config.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { JobMetrics } from './job-metrics.js';
import { ScheduleProcessor } from './schedule.processor.js';

const COUNT_INTERVAL_MS = 60_000;

/**
 * Starts the workers, the timers and the relay in a process whose configuration says jobs are on, and ends them before
 * the database connections go: what is under way finishes, what waits stays in the queue.
 */
@Injectable()
export class JobsRuntime implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private counting: NodeJS.Timeout | undefined;
  private running = false;

  constructor(
    private readonly config: Config,
    private readonly registrar: BullRegistrar,
    private readonly discovery: DiscoveryService,
    private readonly schedule: ScheduleProcessor,
    private readonly relay: OutboxRelay,
    private readonly metrics: JobMetrics,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.jobs) await this.start();
  }

  /** Once; later than the application where something has to be done before any job runs. */
  async start(): Promise<void> {
    if (this.running) return;
    this.running = true;
    await this.schedule.schedule();
    this.registrar.register();
    for (const host of this.hosts()) {
      this.metrics.observe(host.worker);
      host.worker.on('failed', (job, error) => {
        const attempt = job ? `${job.name} ${job.id}, attempt ${job.attemptsMade}` : 'a job';
        this.logger.error(`${host.worker.name}: ${attempt} failed: ${error.message}`, error.stack);
      });
    }
    this.relay.start();
    this.counting = setInterval(() => void this.countJobs(), COUNT_INTERVAL_MS);
    this.counting.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.running) return;
    clearInterval(this.counting);
    await this.relay.stop();
    await Promise.all(this.hosts().map((host) => host.worker.close()));
  }

  private async countJobs(): Promise<void> {
    try {
      for (const host of this.hosts()) await this.metrics.count(host.worker.name);
    } catch (error) {
      this.logger.warn(`The queues cannot be counted: ${error instanceof Error ? error.message : error}`);
    }
  }

  private hosts(): WorkerHost[] {
    return this.discovery
      .getProviders()
      .map((wrapper) => wrapper.instance as unknown)
      .filter((instance) => instance instanceof WorkerHost);
  }
}
