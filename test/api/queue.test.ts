import { getQueueToken } from '@nestjs/bullmq';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { ClockModule } from '../../api/src/platform/clock/clock.module.js';
import { loadConfig } from '../../api/src/platform/config/config.js';
import { configModule } from '../../api/src/platform/config/config.module.js';
import { DatabaseModule } from '../../api/src/platform/database/database.module.js';
import { UnitOfWork } from '../../api/src/platform/database/unit-of-work.js';
import { Metrics } from '../../api/src/platform/metrics/metrics.js';
import { MetricsModule } from '../../api/src/platform/metrics/metrics.module.js';
import { Outbox } from '../../api/src/platform/outbox/outbox.js';
import { OutboxRelay } from '../../api/src/platform/outbox/outbox-relay.js';
import {
  type OutboxEvent,
  type OutboxSubscriber,
  Subscribes,
} from '../../api/src/platform/outbox/subscriber.js';
import { QueueModule } from '../../api/src/platform/queue/queue.module.js';
import { EVENTS_QUEUE, SCHEDULE_QUEUE } from '../../api/src/platform/queue/queues.js';
import { Scheduled, type ScheduledJob } from '../../api/src/platform/queue/scheduled.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { hasRedis, startRedis, type TestRedis } from '../support/redis.js';

const accountsOf = (events: readonly OutboxEvent[]) =>
  events.map((event) => (event.payload as { accountId: string }).accountId);

@Subscribes({ name: 'steady', topics: ['limits.changed'] })
class Steady implements OutboxSubscriber {
  readonly seen: string[] = [];
  handle = async (events: readonly OutboxEvent[]) => void this.seen.push(...accountsOf(events));
}

@Subscribes({ name: 'shaky', topics: ['limits.changed', 'account.status_changed'] })
class Shaky implements OutboxSubscriber {
  readonly seen: string[] = [];
  failures = 0;
  hold: Promise<void> | undefined;
  begun = false;

  async handle(events: readonly OutboxEvent[]): Promise<void> {
    this.begun = true;
    await this.hold;
    if (this.failures-- > 0) throw new Error('not now');
    this.seen.push(...accountsOf(events));
  }
}

@Scheduled({ name: 'tick', everySeconds: 1 })
class Tick implements ScheduledJob {
  runs = 0;
  run = async () => void this.runs++;
}

@Scheduled({ name: 'broken-tick', everySeconds: 1 })
class BrokenTick implements ScheduledJob {
  runs = 0;
  async run(): Promise<void> {
    this.runs++;
    throw new Error('every time');
  }
}

@Module({ providers: [Steady, Shaky, Tick, BrokenTick] })
class Feature {}

const backends = hasRedis() ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'];
if (!hasRedis()) console.warn('No redis-server on the PATH: the queue is tested on PostgreSQL only.');

describe.each(backends)('outbox and queue on %s', (backend) => {
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  const running: INestApplicationContext[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    if (backend === 'Redis') redis = await startRedis();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((app) => app.close()));
  });
  afterAll(async () => {
    await redis?.stop();
    await database.drop();
  });

  async function start(jobs: 'on' | 'off'): Promise<INestApplicationContext> {
    const config = loadConfig({
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      REDIS_URL: redis?.url,
      COINWARDEN_JOBS: jobs,
      COINWARDEN_LOG_LEVEL: 'silent',
    });
    @Module({
      imports: [configModule(config), ClockModule, DatabaseModule, MetricsModule, QueueModule, Feature],
    })
    class App {}
    const app = await NestFactory.createApplicationContext(App, { logger: false });
    running.push(app);
    return app;
  }

  const announce = (app: INestApplicationContext, accountId: string, commit = true) =>
    app
      .get(UnitOfWork)
      .run(async (tx) => {
        await app.get(Outbox).append(tx, 'limits.changed', { accountId, layer: 'self', reason: null });
        if (!commit) throw new Error('rolled back');
      })
      .catch((error: Error) => {
        if (commit) throw error;
      });

  const waiting = async (app: INestApplicationContext) =>
    Number((await app.get(UnitOfWork).query<{ n: bigint }>('SELECT count(*) AS n FROM outbox'))[0]?.n);

  it('tells every subscriber what was committed, and nobody what was rolled back', async () => {
    const app = await start('on');
    await announce(app, 'rolled-back', false);
    await announce(app, 'a');
    await announce(app, 'b');
    await eventually(() => {
      expect([...app.get(Steady).seen].sort()).toEqual(['a', 'b']);
      expect([...app.get(Shaky).seen].sort()).toEqual(['a', 'b']);
    });
    await eventually(async () => expect(await waiting(app)).toBe(0));
  });

  it('repeats a failed batch for the subscriber that failed alone', async () => {
    const app = await start('on');
    app.get(Shaky).failures = 1;
    await announce(app, 'c');
    await eventually(() => expect(app.get(Shaky).seen).toEqual(['c']));
    expect(app.get(Steady).seen).toEqual(['c']);
  });

  it('collapses the repetition when the relay dies between the queue and the commit', async () => {
    const app = await start('off');
    const uow = app.get(UnitOfWork);
    await uow.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
                     AS $$ BEGIN RAISE EXCEPTION 'the process died here'; END $$`);
    await uow.query('CREATE TRIGGER dies BEFORE DELETE ON outbox EXECUTE FUNCTION refuse()');
    await announce(app, 'd');
    await expect(app.get(OutboxRelay).relayOnce()).rejects.toThrow('the process died here');
    await uow.query('DROP FUNCTION refuse CASCADE');
    expect(await waiting(app)).toBe(1);

    expect(await app.get(OutboxRelay).relayOnce()).toBe(1);
    const queue = app.get<Queue>(getQueueToken(EVENTS_QUEUE), { strict: false });
    expect(await queue.getWaitingCount()).toBe(2);

    const worker = await start('on');
    await eventually(() => expect(worker.get(Shaky).seen).toEqual(['d']));
    await eventually(() => expect(worker.get(Steady).seen).toEqual(['d']));
  });

  it('shares the outbox between processes without handing a row over twice', async () => {
    const app = await start('off');
    const names = Array.from({ length: 50 }, (_, i) => `shared-${i}`);
    for (const name of names) await announce(app, name);
    const relay = app.get(OutboxRelay);
    const taken = await Promise.all([relay.relayOnce(), relay.relayOnce(), relay.relayOnce()]);
    expect(taken.reduce((a, b) => a + b)).toBe(50);
    const worker = await start('on');
    await eventually(() => expect([...worker.get(Steady).seen].sort()).toEqual([...names].sort()));
  });

  it('leaves everything where it is in a process that runs no jobs', async () => {
    const app = await start('off');
    await announce(app, 'e');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await waiting(app)).toBe(1);
    expect(app.get(Steady).seen).toEqual([]);
    const worker = await start('on');
    await eventually(() => expect(worker.get(Steady).seen).toEqual(['e']));
  });

  it('runs what is scheduled again and again, one timer for two processes, failures included', async () => {
    const first = await start('on');
    const second = await start('on');
    const total = (type: typeof Tick | typeof BrokenTick) => first.get(type).runs + second.get(type).runs;
    const before = total(Tick);
    await eventually(() => expect(total(Tick)).toBeGreaterThanOrEqual(before + 2));
    await eventually(() => expect(total(BrokenTick)).toBeGreaterThanOrEqual(2));
    const queue = first.get<Queue>(getQueueToken(SCHEDULE_QUEUE), { strict: false });
    expect((await queue.getJobSchedulers()).map((s) => s.key).sort()).toEqual(['broken-tick', 'tick']);
    expect(await queue.getFailedCount()).toBeGreaterThan(0);
  });

  it('keeps a dead letter with its reason', async () => {
    const app = await start('on');
    const queue = app.get<Queue>(getQueueToken(EVENTS_QUEUE), { strict: false });
    const job = await queue.add('nobody', { events: [] });
    await eventually(async () => expect(await job.getState()).toBe('failed'));
    const [kept] = await queue.getFailed();
    expect(kept?.failedReason).toBe('No subscriber is named nobody');
    expect(await app.get(Metrics).registry.metrics()).toContain(
      'coinwarden_jobs_total{queue="events",job="nobody",result="dead"} 1',
    );
  });

  it('finishes what is under way before it stops', async () => {
    const app = await start('on');
    const shaky = app.get(Shaky);
    let release = () => {};
    shaky.hold = new Promise((resolve) => {
      release = resolve;
    });
    await announce(app, 'last');
    await eventually(() => expect(shaky.begun).toBe(true));
    const closed = app.close();
    setTimeout(release, 200);
    await closed;
    expect(shaky.seen).toEqual(['last']);
  });
});
