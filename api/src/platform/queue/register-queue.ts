import { BullModule } from '@nestjs/bullmq';
import type { DynamicModule } from '@nestjs/common';
import { BackendQueue, BackendWorker } from './queue-backend.js';
import { KEPT_JOB } from './queues.js';

BullModule.queueClass = BackendQueue;
BullModule.workerClass = BackendWorker;

/** Imported by a feature that has jobs of its own: then `@InjectQueue(name)` adds them and a `@Processor(name)` does them. */
export const registerQueue = (name: string): DynamicModule =>
  BullModule.registerQueue({ name, defaultJobOptions: KEPT_JOB });
