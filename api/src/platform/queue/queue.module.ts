import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Config } from '../config/config.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { JobMetrics } from './job-metrics.js';
import { JobsRuntime } from './jobs-runtime.js';
import { migrateQueue, queueOptions } from './queue-backend.js';
import { SCHEDULE_QUEUE } from './queues.js';
import { registerQueue } from './register-queue.js';
import { ScheduleProcessor } from './schedule.processor.js';

/** The queue, the outbox that feeds it and the runtime that works it off. */
@Module({
  imports: [
    BullModule.forRootAsync({
      inject: [Config],
      // Every queue waits for these options, so none is opened on a schema that is not there yet.
      useFactory: async ({ redisUrl, databaseUrl }: Config) => {
        if (databaseUrl === null) throw new Error('The database must be started before the application.');
        if (redisUrl === null) await migrateQueue(databaseUrl);
        return queueOptions({ redisUrl, databaseUrl });
      },
      // Workers start where jobs are on, after everything else is up.
      extraOptions: { manualRegistration: true },
    }),
    DiscoveryModule,
    registerQueue(SCHEDULE_QUEUE),
    OutboxModule,
  ],
  providers: [JobMetrics, JobsRuntime, ScheduleProcessor],
})
export class QueueModule {}
