import { getQueueToken } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue, Worker } from 'bullmq';
import type { Counter, Gauge, Histogram } from 'prom-client';
import { Metrics } from '../metrics/metrics.js';

/** What an operator watches: how work ends, how long it takes, what waits and what has been given up. */
@Injectable()
export class JobMetrics {
  private readonly jobs: Counter<'queue' | 'job' | 'result'>;
  private readonly seconds: Histogram<'queue' | 'job'>;
  private readonly waiting: Gauge<'queue' | 'state'>;

  constructor(
    metrics: Metrics,
    private readonly moduleRef: ModuleRef,
  ) {
    this.jobs = metrics.counter({
      name: 'coinwarden_jobs_total',
      help: 'Attempts at jobs by result; a dead one is out of attempts and kept for an operator',
      labelNames: ['queue', 'job', 'result'],
    });
    this.seconds = metrics.histogram({
      name: 'coinwarden_job_duration_seconds',
      help: 'Time from taking up a job to its end',
      labelNames: ['queue', 'job'],
      buckets: [0.01, 0.05, 0.25, 1, 5, 30],
    });
    this.waiting = metrics.gauge({
      name: 'coinwarden_queue_jobs',
      help: 'Jobs in the queue by state, counted once a minute',
      labelNames: ['queue', 'state'],
    });
  }

  /** Counts what a worker of this process does. */
  observe(worker: Worker): void {
    const { name: queue } = worker;
    worker.on('completed', ({ name: job, processedOn, finishedOn }) => {
      this.jobs.inc({ queue, job, result: 'done' });
      if (processedOn && finishedOn) this.seconds.observe({ queue, job }, (finishedOn - processedOn) / 1_000);
    });
    worker.on('failed', (job) => {
      if (!job) return;
      const dead = job.attemptsMade >= (job.opts.attempts ?? 1);
      this.jobs.inc({ queue, job: job.name, result: dead ? 'dead' : 'failed' });
    });
  }

  async count(queueName: string): Promise<void> {
    const queue = this.moduleRef.get<Queue>(getQueueToken(queueName), { strict: false });
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
    for (const [state, jobs] of Object.entries(counts)) this.waiting.set({ queue: queueName, state }, jobs);
  }
}
