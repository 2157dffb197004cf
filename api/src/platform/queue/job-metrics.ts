import { Injectable } from '@nestjs/common';
import type { Worker } from 'bullmq';
import { Counter, Histogram } from 'prom-client';

const jobs = new Counter({
  name: 'coinwarden_jobs_total',
  help: 'Jobs done, by queue, name and result; "dead" are out of attempts and kept for an operator.',
  labelNames: ['queue', 'job', 'result'] as const,
});
const durations = new Histogram({
  name: 'coinwarden_job_seconds',
  help: 'Time a job took, from being picked up to its end.',
  labelNames: ['queue', 'job'] as const,
  buckets: [0.01, 0.05, 0.25, 1, 5, 30],
});

/** Counts what the workers of this process do. */
@Injectable()
export class JobMetrics {
  observe(worker: Worker): void {
    worker.on('completed', (job) => {
      jobs.inc({ queue: worker.name, job: job.name, result: 'done' });
      if (job.processedOn && job.finishedOn) {
        durations.observe({ queue: worker.name, job: job.name }, (job.finishedOn - job.processedOn) / 1_000);
      }
    });
    worker.on('failed', (job) => {
      if (!job) return;
      const dead = job.attemptsMade >= (job.opts.attempts ?? 1);
      jobs.inc({ queue: worker.name, job: job.name, result: dead ? 'dead' : 'failed' });
    });
  }
}
