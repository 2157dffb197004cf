import { randomUUID } from 'node:crypto';
import type { NewAlert } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { alertOf, raise as raiseIn } from './case-desk.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ jobs: false });
});
afterAll(() => app.close());

const raise = (...alerts: NewAlert[]) => raiseIn(app, ...alerts);

const casesOf = (accountId: string) =>
  app.db.query<Record<string, unknown>>(
    `SELECT case_id, queue_id, status, alerts, live_alerts, score, value_usd_minor::int AS value, earlier_case_id,
            work_by FROM cases WHERE account_id = $1 ORDER BY queue_id DESC, opened_at`,
    [accountId],
  );
const finish = (accountId: string) =>
  app.db.query("UPDATE cases SET status = 'closed' WHERE account_id = $1", [accountId]);

describe('raising alerts', () => {
  test('gathers those of one account and queue in one open case', async () => {
    const account = randomUUID();
    await raise(alertOf(account), alertOf(account, { score: 800 }), alertOf(account, { kind: 'content' }));
    await raise(alertOf(account, { valueAtRiskUsdMinor: 500n }));
    expect(await casesOf(account)).toEqual([
      expect.objectContaining({ queue_id: 'general', alerts: 3, score: 800, value: 2_500 }),
      expect.objectContaining({ queue_id: 'content', alerts: 1 }),
    ]);
  });

  test('again changes nothing', async () => {
    const account = randomUUID();
    const alert = alertOf(account);
    await raise(alert, { ...alert, score: 900 });
    const before = await casesOf(account);
    await raise(alert);
    await finish(account);
    await raise(alert);
    expect(await casesOf(account)).toEqual([{ ...before[0], status: 'closed' }]);
  });

  test('makes an open case more urgent', async () => {
    const account = randomUUID();
    await raise(alertOf(account));
    const [before] = await casesOf(account);
    await raise(alertOf(account, { score: 1_000, valueAtRiskUsdMinor: 40_000n }));
    const [after] = await casesOf(account);
    expect((after!['work_by'] as Date).getTime()).toBeLessThan((before!['work_by'] as Date).getTime());
  });

  test('wakes a case that sleeps', async () => {
    const account = randomUUID();
    await raise(alertOf(account));
    await app.db.query(
      `UPDATE cases SET status = 'snoozed', snoozed_until = now() + interval '1 day' WHERE account_id = $1`,
      [account],
    );
    await raise(alertOf(account));
    expect(await casesOf(account)).toEqual([expect.objectContaining({ status: 'open', alerts: 2 })]);
  });

  test('after a case has ended opens another that names it', async () => {
    const account = randomUUID();
    await raise(alertOf(account));
    await finish(account);
    await raise(alertOf(account, { at: Date.now() + 1_000 }));
    const [first, second] = await casesOf(account);
    expect(first).toMatchObject({ status: 'closed', earlier_case_id: null });
    expect(second).toMatchObject({ status: 'open', earlier_case_id: first!['case_id'], alerts: 1 });
  });

  test('joins the case into which the queue’s own was merged', async () => {
    const account = randomUUID();
    await raise(alertOf(account), alertOf(account, { kind: 'content' }));
    const [general, content] = await casesOf(account);
    await app.db.query(`UPDATE cases SET status = 'merged', merged_into = $2 WHERE case_id = $1`, [
      content!['case_id'],
      general!['case_id'],
    ]);
    await raise(alertOf(account, { kind: 'content' }));
    expect(await casesOf(account)).toEqual([
      expect.objectContaining({ status: 'open', alerts: 2 }),
      expect.objectContaining({ status: 'merged', alerts: 1 }),
    ]);
  });

  test('by many at once opens one case and counts each alert once', async () => {
    const accounts = [randomUUID(), randomUUID(), randomUUID()];
    const shared = accounts.map((account) => alertOf(account));
    await Promise.all(
      Array.from({ length: 12 }, (_, i) => {
        const own = accounts.map((account) => alertOf(account));
        return raise(...(i % 2 ? [...shared, ...own] : [...own, ...shared].reverse()));
      }),
    );
    for (const account of accounts) {
      expect(await casesOf(account)).toEqual([
        expect.objectContaining({ alerts: 13, live_alerts: 13, value: 13_000 }),
      ]);
      const events = await app.db.query<{ event_no: number; kind: string }>(
        'SELECT event_no, kind FROM case_events WHERE account_id = $1 ORDER BY event_no',
        [account],
      );
      expect(events.map((event) => event.event_no)).toEqual(events.map((_, i) => i + 1));
      expect(events.filter((event) => event.kind === 'opened')).toHaveLength(1);
    }
  });
});
