import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, buy } from '../api/refunds/refund-desk.js';
import type { TestStaff } from '../support/app.js';
import { judgeBy } from '../support/economy.js';
import { eventually } from '../support/eventually.js';
import { expectSoundLedger } from '../support/ledger.js';
import { bookedOf, type Purchase } from '../support/money-back.js';
import { openProviderLine, type ProviderLine } from '../support/provider-line.js';
import { type SandboxEconomy, startSandbox } from '../support/sandbox.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

/** Calls that the product makes at once. */
const AT_ONCE = 4;
const MANY = 12;

/** The books of provider and tests are this process's; what is paid is paid by another, which is killed. */
let economy: SandboxEconomy;
let line: ProviderLine;
let agent: TestStaff;
beforeAll(async () => {
  economy = await startSandbox({ jobs: false });
  await judgeBy(economy, []);
  line = await openProviderLine(economy.stripe.apiUrl);
  agent = await economy.signIn('support_agent');
});
afterAll(async () => {
  await line.close();
  await economy.close();
});

const startPaying = (): Promise<ServerProcess> =>
  startServerProcess(economy.databaseUrl, {
    COINWARDEN_STRIPE_API_KEY: economy.stripe.apiKey,
    COINWARDEN_STRIPE_API_URL: line.url,
  });

interface Asked extends Purchase {
  readonly reference: string;
  readonly refundId: string;
}

async function askForRefund(): Promise<Asked> {
  const purchase = await buy(economy, await economy.account());
  const { refundId, status } = await ask(agent, {
    purchaseId: purchase.purchaseId,
    reason: 'accidental_purchase',
  });
  expect(status).toBe('approved');
  return { ...purchase, refundId };
}

/** As if the time had come in which whoever asked before is taken for dead. */
const letLeasesEnd = () =>
  economy.db.query("UPDATE refunds SET try_at = now() - interval '1 second' WHERE status = 'processing'");

const statusOf = async ({ refundId }: Asked): Promise<string> =>
  (await agent.request.get(`/staff/refunds/${refundId}`).expect(200)).body.status;

const paidBy = async ({ reference }: Asked): Promise<bigint[]> =>
  (await economy.sandbox.refunds(reference)).map((refund) => refund.amountMinor);

async function expectPaidOnce(refunds: readonly Asked[]): Promise<void> {
  await eventually(async () => {
    for (const refund of refunds) expect(await statusOf(refund)).toBe('succeeded');
  }, 120_000);
  for (const refund of refunds) {
    expect(await paidBy(refund)).toEqual([999n]);
    expect(await bookedOf(economy, refund)).toMatchObject({
      refunded: 999,
      reserved: 0,
      excess: 0,
      taken: 700,
    });
  }
  await expectSoundLedger(economy);
}

describe('a process killed while it pays a refund', () => {
  it.each([
    ['between the intent and the call', 'before_provider', []],
    ['between the call and its booking', 'before_answer', [999n]],
  ] as const)('%s: it is paid exactly once', async (_, where, paidWhenKilled) => {
    line.cut(where);
    let server = await startPaying();
    const refund = await askForRefund();
    await line.stopped(1);
    await server.kill();
    expect(await statusOf(refund)).toBe('processing');
    expect(await bookedOf(economy, refund)).toMatchObject({ refunded: 0, reserved: 999 });
    expect(await paidBy(refund)).toEqual(paidWhenKilled);

    line.cut(null);
    await letLeasesEnd();
    server = await startPaying();
    try {
      await expectPaidOnce([refund]);
    } finally {
      expect(await server.stop()).toBe(0);
    }
  });

  it('in the middle of many, twice: each is paid exactly once', async () => {
    line.cut('before_answer');
    const refunds: Asked[] = [];
    while (refunds.length < MANY) refunds.push(await askForRefund());
    let server = await startPaying();
    await line.stopped(AT_ONCE);
    await server.kill();

    line.cut('before_provider');
    await letLeasesEnd();
    server = await startPaying();
    await line.stopped(AT_ONCE);
    await server.kill();

    line.cut(null);
    await letLeasesEnd();
    server = await startPaying();
    try {
      await expectPaidOnce(refunds);
    } finally {
      expect(await server.stop()).toBe(0);
    }
  });
});
