import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES } from '@coinwarden/domain';
import { Decider } from '../../../api/src/decisions/decisions.public.js';
import { Clock } from '../../../api/src/platform/clock/clock.js';
import { seedDemo } from '../../../api/src/simulation/simulation.public.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const size = { accounts: 300, transactions: 2_000, days: 30 };
/** Not a terminal: progress comes as plain lines, or not at all when it is quick. */
const output = { isTTY: false, write: () => true } as unknown as NodeJS.WriteStream;

let dataDir: string;
const apps: TestApp[] = [];
async function start(): Promise<TestApp> {
  const app = await startTestApp({ jobs: false, dataDir });
  apps.push(app);
  return app;
}
/** What so small an economy holds depends on the hour it ends at. */
const END = Date.UTC(2026, 10, 15, 18);
const seed = (app: TestApp) =>
  app.app.get(Clock).telling(END, () => seedDemo(app.app, { url: app.url, output, size }));
const rows = <Row extends object>(app: TestApp, sql: string) => app.db.query<Row>(sql);
const count = async (app: TestApp, sql: string) =>
  Number((await rows<{ n: bigint }>(app, `SELECT count(*) AS n FROM ${sql}`))[0]?.n);

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'coinwarden-demo-'));
});
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
  await rm(dataDir, { recursive: true });
});

describe('the demo', () => {
  it('is a living economy with labelled fraud, work in the queue and work done', async () => {
    const app = await start();
    await seed(app);
    expect(Math.abs((await count(app, 'transactions')) - size.transactions)).toBeLessThan(300);
    const kinds = await rows<{ kind: string }>(app, 'SELECT DISTINCT kind FROM transactions');
    expect(kinds.length).toBeGreaterThanOrEqual(6);
    const outcomes = await rows<{ outcome: string }>(app, 'SELECT DISTINCT outcome FROM transactions');
    expect(outcomes).toHaveLength(3);
    const [span] = await rows<{ days: number }>(
      app,
      `SELECT extract(epoch FROM max(occurred_at) - min(occurred_at))::float8 / 86400 AS days FROM transactions`,
    );
    expect(span?.days).toBeGreaterThan(28);
    expect(
      await count(app, `transactions t JOIN simulation.labels l USING (account_id, idempotency_key)`),
    ).toBeGreaterThan(40);
    // How many were caught by now depends on the hour the economy ends at; each was stopped by somebody on record.
    const restricted = await count(app, `accounts WHERE status = 'restricted'`);
    const suspended = await count(app, `accounts WHERE status = 'suspended'`);
    expect(restricted).toBeGreaterThan(0);
    expect(suspended).toBeGreaterThan(0);
    expect(await count(app, `audit_log WHERE action IN ('account.restrict', 'account.suspend')`)).toBe(
      restricted + suspended,
    );
    // People write, and nobody honest is taken for a scammer.
    const [scans] = await rows<{ clean: number; wronged: number }>(
      app,
      `SELECT count(*) FILTER (WHERE verdict = 'clean')::int AS clean,
              count(*) FILTER (WHERE verdict = 'scam' AND l.account_id IS NULL)::int AS wronged
       FROM content_scans s LEFT JOIN (SELECT DISTINCT account_id FROM simulation.labels) l USING (account_id)`,
    );
    expect(scans?.clean).toBeGreaterThan(40);
    expect(scans?.wronged).toBe(0);
    // What waits for a person is in a case, and cases are in several states.
    expect(
      await count(
        app,
        `holds h WHERE ended_at IS NULL AND purpose = 'review' AND NOT EXISTS (
           SELECT FROM case_alerts a WHERE a.account_id = h.account_id AND a.transaction_id = h.transaction_id)`,
      ),
    ).toBe(0);
    const states = await rows<{ status: string }>(app, 'SELECT DISTINCT status FROM cases');
    expect(states.map(({ status }) => status)).toContain('decided');
    expect(await count(app, 'case_labels WHERE revoked_at IS NULL')).toBeGreaterThan(10);
    // Honest people are rarely stopped by a rule; fraud often is.
    const [caught] = await rows<{ fraud: number; honest: number }>(
      app,
      `SELECT avg((outcome <> 'approve' AND score > 0)::int) FILTER (WHERE l.fraud)::float8 AS fraud,
              avg((outcome = 'review')::int) FILTER (WHERE l.fraud IS NULL)::float8 AS honest
       FROM transactions t LEFT JOIN simulation.labels l USING (account_id, idempotency_key)`,
    );
    expect(caught?.fraud).toBeGreaterThan(0.1);
    expect(caught?.honest).toBeLessThan(0.02);
  });

  it('leaves a file, for its owner alone, with a sign-in for every role and a key that work', async () => {
    const app = await start();
    await seed(app);
    const path = join(dataDir, 'demo.json');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const demo = JSON.parse(await readFile(path, 'utf8'));
    expect(demo.url).toBe(app.url);
    expect(demo.staff.map((member: { role: string }) => member.role).sort()).toEqual(
      Object.keys(ROLES).sort(),
    );
    for (const { email, password, role } of demo.staff) {
      const agent = app.request;
      await agent
        .post('/staff/session')
        .set('X-Requested-With', 'coinwarden')
        .send({ email, password })
        .expect(204);
      expect((await agent.get('/staff/session').expect(200)).body.role).toBe(role);
    }
    await app.request.get('/v1/gifts').set('Authorization', `Bearer ${demo.apiKey}`).expect(200);
  });

  it('costs one look when it is there, and changes nothing', async () => {
    const app = await start();
    const first = await seed(app);
    const before = await count(app, 'transactions');
    expect(await seed(app)).toEqual(first);
    expect(await count(app, 'transactions')).toBe(before);
    expect(await count(app, 'staff')).toBe(Object.keys(ROLES).length);
    expect(await count(app, `api_keys WHERE name = 'Demo'`)).toBe(1);
  });

  it('goes on where it was killed and ends with the economy it began', async () => {
    const app = await start();
    const decider = app.app.get(Decider, { strict: false });
    const decide = decider.decide.bind(decider);
    let batches = 0;
    decider.decide = async (items, options) => {
      const results = await decide(items, options);
      // Decided and durable, but the process dies before it can note so.
      if (++batches === 5) throw new Error('killed');
      return results;
    };
    await expect(seed(app)).rejects.toThrow('killed');
    const partly = await count(app, 'transactions');
    decider.decide = decide;
    await seed(app);
    expect(await count(app, 'transactions')).toBeGreaterThan(partly);
    expect(Math.abs((await count(app, 'transactions')) - size.transactions)).toBeLessThan(300);
    // Every labelled transaction is there, so nothing was left out on the way.
    expect(
      await count(
        app,
        `simulation.labels l LEFT JOIN transactions t USING (account_id, idempotency_key)
         WHERE l.idempotency_key <> '' AND t.account_id IS NULL`,
      ),
    ).toBe(0);
    expect(await count(app, 'staff')).toBe(Object.keys(ROLES).length);
  });
});
