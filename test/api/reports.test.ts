import { randomBytes } from 'node:crypto';
import {
  DAY,
  HOUR,
  idFloor,
  MINUTE,
  type Outcome,
  SECOND,
  TRANSACTION_KINDS,
  type TransactionKind,
} from '@coinwarden/domain';
import type { INestApplicationContext } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule } from '../../api/src/platform/audit/audit.module.js';
import { Clock } from '../../api/src/platform/clock/clock.js';
import { loadConfig } from '../../api/src/platform/config/config.js';
import { configModule } from '../../api/src/platform/config/config.module.js';
import { DatabaseModule } from '../../api/src/platform/database/database.module.js';
import { UnitOfWork } from '../../api/src/platform/database/unit-of-work.js';
import { ExportModule } from '../../api/src/platform/export/export.module.js';
import { RollUpReports } from '../../api/src/reports/commands/roll-up-reports.js';
import { MarkReportBucketsJob } from '../../api/src/reports/jobs/mark-report-buckets.job.js';
import { Dashboard } from '../../api/src/reports/queries/dashboard.js';
import { ReportsModule } from '../../api/src/reports/reports.module.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { TestClock } from '../support/test-clock.js';

const NOON = Date.parse('2026-03-29T12:30:00Z');

interface Decided {
  readonly id: string;
  readonly at: number;
  readonly kind: TransactionKind;
  readonly outcome: Outcome;
  readonly coins: number;
  readonly money: { currency: string; amountMinor: number } | null;
  readonly reasons: readonly string[];
}

let serial = 0;
/** Spread over everything the report tells apart, the same on every run. */
function decided(at: number): Decided {
  const n = serial++;
  const kind = TRANSACTION_KINDS[n % TRANSACTION_KINDS.length]!;
  const outcome = (['approve', 'approve', 'review', 'approve', 'decline'] as const)[n % 5]!;
  const currency = n % 2 ? 'EUR' : 'JPY';
  return {
    id: `${idFloor(at).slice(0, 13)}-7000-8000-${randomBytes(6).toString('hex')}`,
    at,
    kind,
    outcome,
    coins: 10 + n,
    money: kind === 'purchase' ? { currency, amountMinor: 100 + n } : null,
    reasons: outcome === 'approve' ? [] : n % 3 ? ['limit.exceeded', 'rule.fired'] : ['rule.fired'],
  };
}

describe('the dashboard', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let db: UnitOfWork;
  const clock = new TestClock(NOON);
  const all: Decided[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: database.url });
    @Global()
    @Module({ providers: [{ provide: Clock, useValue: clock }], exports: [Clock] })
    class Time {}
    @Module({
      imports: [configModule(config), Time, DatabaseModule, AuditModule, ExportModule, ReportsModule],
    })
    class App {}
    app = await NestFactory.createApplicationContext(App, { logger: false });
    db = app.get(UnitOfWork);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  /** Stores them as decided, and announces them as the relay would. */
  async function happen(transactions: readonly Decided[]): Promise<void> {
    for (const t of transactions) {
      await db.query(
        `INSERT INTO transactions (account_id, transaction_id, idempotency_key, request_hash, kind, outcome, status, score,
           coins, diamonds, amount_minor, currency, ruleset_version, occurred_at, decided_at, request, decision)
         VALUES ('a', $1::uuid, $1::uuid::text, '', $2, $3, $4, 0, $5, 0, $6, $7, 1, $8, $8, '{}', $9)`,
        [
          t.id,
          t.kind,
          t.outcome,
          t.outcome === 'approve' ? 'posted' : t.outcome === 'review' ? 'held' : 'declined',
          t.coins,
          t.money?.amountMinor ?? null,
          t.money?.currency ?? null,
          new Date(t.at),
          JSON.stringify(t.reasons.length > 0 ? { reasons: t.reasons.map((code) => ({ code })) } : {}),
        ],
      );
    }
    all.push(...transactions);
    await announce(transactions);
  }

  const announce = (transactions: readonly Decided[]) =>
    app.get(MarkReportBucketsJob).handle([
      {
        id: 'event',
        topic: 'transactions.decided',
        payload: { items: transactions.map((t) => ['a', t.id] as const) },
      },
    ]);

  const report = (from = NOON - 3 * DAY, to = NOON + HOUR, bucket: 'hour' | 'day' = 'hour') =>
    app.get(Dashboard).read({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), bucket });

  /** The same numbers, counted one by one. */
  function counted(from: number, to: number) {
    const within = all.filter((t) => t.at >= from && t.at < to);
    const approved = within.filter((t) => t.outcome === 'approve');
    const money: Record<string, number> = {};
    for (const t of approved)
      if (t.money) money[t.money.currency] = (money[t.money.currency] ?? 0) + t.money.amountMinor;
    const reasons: Record<string, number> = {};
    for (const code of within.flatMap((t) => t.reasons)) reasons[code] = (reasons[code] ?? 0) + 1;
    return {
      transactions: within.length,
      approve: approved.length,
      review: within.filter((t) => t.outcome === 'review').length,
      decline: within.filter((t) => t.outcome === 'decline').length,
      coins: approved.reduce((sum, t) => sum + t.coins, 0),
      money,
      reasons,
    };
  }

  async function expectExact(): Promise<void> {
    const [from, to] = [NOON - 3 * DAY, Math.ceil(clock.now() / HOUR) * HOUR];
    const answer = await report(from, to);
    const expected = counted(Math.floor(from / HOUR) * HOUR, to);
    const flat = (volume: typeof answer.totals) => ({
      transactions: volume.transactions,
      ...volume.outcomes,
      coins: volume.coins,
      money: Object.fromEntries(volume.money.map((m) => [m.currency, m.amountMinor])),
    });
    const { reasons, ...volume } = expected;
    expect(flat(answer.totals)).toEqual(volume);
    expect(Object.fromEntries(answer.topReasons.map((r) => [r.code, r.transactions]))).toEqual(reasons);
    for (const hour of answer.series) {
      const at = Date.parse(hour.at);
      const { reasons: _, ...ofHour } = counted(at, at + HOUR);
      expect({ at: hour.at, ...flat(hour) }).toEqual({ at: hour.at, ...ofHour });
    }
    expect(answer.byKind.reduce((sum, kind) => sum + kind.transactions, 0)).toBe(volume.transactions);
  }

  it('counts what was decided this second before any job has run', async () => {
    await happen([decided(NOON - 3 * SECOND), decided(NOON - SECOND), decided(NOON - 1)]);
    await expectExact();
  });

  it('is exact over hours, slices and the live seconds, whatever the roll-up has reached', async () => {
    const spread = (from: number, to: number, n: number) =>
      Array.from({ length: n }, (_, i) => decided(Math.floor(from + ((to - from) * i) / n)));
    await happen([...spread(NOON - 3 * DAY, NOON - HOUR, 300), ...spread(NOON - 90 * MINUTE, NOON, 200)]);
    await app.get(RollUpReports).run();
    await expectExact();
    await app.get(RollUpReports).run();
    await expectExact();
  });

  it('is exact when announcements repeat', async () => {
    await announce(all);
    await announce(all.slice(0, 50));
    await app.get(RollUpReports).run();
    await expectExact();
  });

  it('takes in what arrives late, in open and in closed hours', async () => {
    await happen([decided(NOON - 2 * DAY + 7), decided(NOON - 20 * MINUTE), decided(NOON - 61 * MINUTE)]);
    await app.get(RollUpReports).run();
    await expectExact();
  });

  it('folds an hour that closes into one bucket, with or without slices still marked', async () => {
    clock.advance(20 * MINUTE);
    await happen([decided(clock.now() - 2 * SECOND), decided(clock.now() - 2 * MINUTE)]);
    clock.advance(HOUR + 20 * MINUTE);
    await app.get(RollUpReports).run();
    await expectExact();
    const [left] = await db.query<{ n: bigint }>(
      'SELECT count(*) AS n FROM report_sums WHERE width_seconds = 5 AND bucket_at < $1',
      [new Date(Math.floor(clock.now() / HOUR) * HOUR)],
    );
    expect(left?.n).toBe(0n);
  });

  it('can be built again from the transactions alone', async () => {
    await db.query('TRUNCATE report_sums, report_reasons, report_marks');
    await app.get(RollUpReports).rebuild();
    await expectExact();
  });

  it('says how much is held now, whatever the range', async () => {
    const held = all.filter((t) => t.outcome === 'review');
    const answer = await report(NOON - 2 * HOUR, NOON - HOUR);
    expect(answer.held).toMatchObject({
      transactions: held.length,
      coins: held.reduce((sum, t) => sum + t.coins, 0),
      oldestAt: new Date(Math.min(...held.map((t) => t.at))).toISOString(),
    });
  });

  it('gives one entry per day, empty days included', async () => {
    const answer = await report(NOON - 5 * DAY, NOON, 'day');
    expect(answer.series.map((day) => day.at)).toEqual(
      Array.from({ length: 6 }, (_, i) =>
        new Date(Math.floor(NOON / DAY) * DAY - (5 - i) * DAY).toISOString(),
      ),
    );
    expect(answer.series[0]?.transactions).toBe(0);
    const { transactions } = counted(Math.floor(NOON / DAY) * DAY - DAY, Math.floor(NOON / DAY) * DAY);
    expect(answer.series[4]?.transactions).toBe(transactions);
  });

  it('reads no history: without it the report is the same', async () => {
    const before = await report();
    await db.query("DELETE FROM transactions WHERE decided_at < $1 AND status <> 'held'", [
      new Date(clock.now() - MINUTE),
    ]);
    expect(await report()).toEqual(before);
  });
});
