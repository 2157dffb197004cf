import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClockModule } from '../../api/src/platform/clock/clock.module.js';
import { loadConfig } from '../../api/src/platform/config/config.js';
import { configModule } from '../../api/src/platform/config/config.module.js';
import { DatabaseModule } from '../../api/src/platform/database/database.module.js';
import { UnitOfWork } from '../../api/src/platform/database/unit-of-work.js';
import { MetricsModule } from '../../api/src/platform/metrics/metrics.module.js';
import { Outbox } from '../../api/src/platform/outbox/outbox.js';
import {
  type OutboxEvent,
  type OutboxSubscriber,
  Subscribes,
} from '../../api/src/platform/outbox/subscriber.js';
import { QueueModule } from '../../api/src/platform/queue/queue.module.js';
import { Scheduled, type ScheduledJob } from '../../api/src/platform/queue/scheduled.js';
import { type ScratchPostgres, startScratchPostgres } from '../support/database.js';
import { eventually } from '../support/eventually.js';

@Subscribes({ name: 'listener', topics: ['limits.changed'] })
class Listener implements OutboxSubscriber<'limits.changed'> {
  readonly seen = new Set<string>();
  async handle(events: readonly OutboxEvent<'limits.changed'>[]): Promise<void> {
    for (const event of events) this.seen.add(event.payload.accountId);
  }
}

@Scheduled({ name: 'tick', everySeconds: 1 })
class Tick implements ScheduledJob {
  runs = 0;
  run = async () => void this.runs++;
}

@Module({ providers: [Listener, Tick] })
class Feature {}

let postgres: ScratchPostgres;
let app: INestApplicationContext;

beforeAll(async () => {
  postgres = await startScratchPostgres();
  const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: postgres.url, COINWARDEN_LOG_LEVEL: 'silent' });
  @Module({
    imports: [configModule(config), ClockModule, DatabaseModule, MetricsModule, QueueModule, Feature],
  })
  class App {}
  app = await NestFactory.createApplicationContext(App, { logger: false });
});
afterAll(async () => {
  await app?.close();
  await postgres?.drop();
});

const announce = (accountId: string) =>
  app
    .get(UnitOfWork)
    .run((tx) => app.get(Outbox).append(tx, 'limits.changed', { accountId, layer: 'self', reason: null }));

it('goes on by itself after the database was away', async () => {
  await announce('before');
  await eventually(() => expect(app.get(Listener).seen).toContain('before'));

  await postgres.stop();
  await expect(announce('meanwhile')).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  await postgres.start();

  await eventually(() => announce('after'), 20_000);
  await eventually(() => expect(app.get(Listener).seen).toContain('after'), 40_000);
  expect(app.get(Listener).seen).not.toContain('meanwhile');
  const { runs } = app.get(Tick);
  await eventually(() => expect(app.get(Tick).runs).toBeGreaterThan(runs), 40_000);
});
