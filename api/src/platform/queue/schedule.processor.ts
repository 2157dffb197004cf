import { InjectQueue, Processor, WorkerHost } from '@nestjs/bullmq';
import { DiscoveryService } from '@nestjs/core';
import type { Job, Queue } from 'bullmq';
import { SCHEDULE_QUEUE } from './queues.js';
import { Scheduled, type ScheduledJob } from './scheduled.js';

/** Runs every provider marked `@Scheduled` by its clock. The queue holds one timer per name, whatever the number of processes. */
@Processor(SCHEDULE_QUEUE, { concurrency: 4 })
export class ScheduleProcessor extends WorkerHost {
  private readonly jobs = new Map<string, ScheduledJob>();

  constructor(
    private readonly discovery: DiscoveryService,
    @InjectQueue(SCHEDULE_QUEUE) private readonly queue: Queue,
  ) {
    super();
  }

  /** Sets the timers of what is declared now and removes those of what no longer is. */
  async schedule(): Promise<void> {
    const everySeconds = new Map<string, number>();
    for (const wrapper of this.discovery.getProviders({ metadataKey: Scheduled.KEY })) {
      const declared = this.discovery.getMetadataByDecorator(Scheduled, wrapper);
      if (!declared) continue;
      if (this.jobs.has(declared.name)) throw new Error(`Two scheduled jobs are named ${declared.name}`);
      this.jobs.set(declared.name, wrapper.instance as ScheduledJob);
      everySeconds.set(declared.name, declared.everySeconds);
    }
    for (const scheduler of await this.queue.getJobSchedulers()) {
      if (!everySeconds.has(scheduler.key)) await this.queue.removeJobScheduler(scheduler.key);
    }
    for (const [name, seconds] of everySeconds) {
      await this.queue.upsertJobScheduler(name, { every: seconds * 1_000 }, { name });
    }
  }

  async process(job: Job): Promise<void> {
    const scheduled = this.jobs.get(job.name);
    if (!scheduled) throw new Error(`No scheduled job is named ${job.name}`);
    await scheduled.run();
  }
}
