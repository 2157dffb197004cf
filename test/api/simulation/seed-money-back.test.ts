import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProcessNotices } from '../../../api/src/notices/notices.public.js';
import { Clock } from '../../../api/src/platform/clock/clock.js';
import { ActOnRefund, RequestRefund } from '../../../api/src/refunds/refunds.public.js';
import { seedDemo } from '../../../api/src/simulation/simulation.public.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { type SandboxEconomy, startSandbox } from '../../support/sandbox.js';

/** Who has asked by the end, and what is left to do, depends on the hour of the end. */
const END = Date.UTC(2026, 10, 15, 18);
const size = { accounts: 600, transactions: 6_000, days: 30 };
/** Not a terminal: progress comes as plain lines, or not at all when it is quick. */
const output = { isTTY: false, write: () => true } as unknown as NodeJS.WriteStream;

let economy: SandboxEconomy;
let dataDir: string;
const deaths: string[] = [];
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'coinwarden-demo-'));
  economy = await startSandbox({ jobs: false, dataDir });
  const get = <T>(type: new (...args: never[]) => T): T => economy.app.get(type, { strict: false });
  dieAfter('dispute', economy.sandbox, 'openDispute', 1);
  dieAfter('support', get(RequestRefund), 'byStaff', 2);
  dieAfter('platform', get(RequestRefund), 'byPlatform', 1);
  dieAfter('desk', get(ActOnRefund), 'run', 1);
  dieAfter('notices', get(ProcessNotices), 'run', 3);
  for (let starts = 0; ; starts++) {
    try {
      await get(Clock).telling(END, () => seedDemo(economy.app, { url: economy.url, output, size }));
      break;
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('killed') || starts > 5) throw error;
    }
  }
});
afterAll(async () => {
  await economy.close();
  await rm(dataDir, { recursive: true });
});

/** What is done is done and durable, and the process dies before it can note so. */
function dieAfter<Name extends string, T extends { [key in Name]: (...args: never[]) => Promise<unknown> }>(
  death: string,
  of: T,
  name: Name,
  times: number,
): void {
  const work = of[name].bind(of);
  let done = 0;
  Object.assign(of, {
    [name]: async (...args: never[]) => {
      const result = await work(...args);
      if (++done !== times) return result;
      deaths.push(death);
      throw new Error(`killed: ${death}`);
    },
  });
}

const rows = <Row extends object>(sql: string) => economy.db.query<Row>(sql);
const statusesOf = async (table: 'refunds' | 'disputes' | 'provider_notices', column = 'status') =>
  (await rows<{ status: string }>(`SELECT DISTINCT ${column} AS status FROM ${table}`)).map(
    (row) => row.status,
  );

describe('the money of the demo, killed again and again while it went back', () => {
  it('stands in many states, with work done and work to do', async () => {
    expect([...deaths].sort()).toEqual(['desk', 'dispute', 'notices', 'platform', 'support']);
    expect(await statusesOf('refunds')).toEqual(expect.arrayContaining(['requested', 'succeeded']));
    expect((await statusesOf('disputes')).length).toBeGreaterThanOrEqual(2);
    // Every notice was heard and understood.
    expect(await statusesOf('provider_notices', 'state')).toEqual(['processed']);
  });

  it('went back once: nobody asked, disputed or paid twice', async () => {
    expect(
      await rows(`SELECT payment_id FROM sandbox.disputes GROUP BY payment_id HAVING count(*) > 1
                  UNION ALL
                  SELECT payment_id FROM sandbox.fraud_warnings GROUP BY payment_id HAVING count(*) > 1
                  UNION ALL
                  SELECT transaction_id::text FROM refunds WHERE origin IN ('staff', 'platform')
                  GROUP BY transaction_id HAVING count(*) > 1`),
    ).toEqual([]);
  });

  it('is the same in our books and in the provider’s', async () => {
    const differences = await rows(`
      SELECT * FROM (
        SELECT payment_id AS reference, sum(amount_minor) AS paid FROM sandbox.refunds
        WHERE status = 'succeeded' GROUP BY 1) AS theirs
      FULL JOIN (
        SELECT reference, sum(amount_minor) AS paid FROM refunds
        WHERE status = 'succeeded' AND provider = 'stripe' GROUP BY 1) AS ours USING (reference)
      WHERE theirs.paid IS DISTINCT FROM ours.paid`);
    expect(differences).toEqual([]);
    await expectSoundLedger(economy);
  });
});
