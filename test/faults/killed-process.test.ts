import { randomUUID } from 'node:crypto';
import type { TransactionRequest } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Economy, judgeBy, purchaseOf, startEconomy } from '../support/economy.js';
import { expectSoundLedger } from '../support/ledger.js';
import { type Reply, sendTransaction } from '../support/platform-client.js';
import { startServerProcess } from '../support/server-process.js';

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy();
  await judgeBy(economy, []);
});
afterAll(() => economy.close());

describe('a process killed in the middle of load', () => {
  it('loses no acknowledged decision and repeats none', async () => {
    const accounts = await Promise.all(Array.from({ length: 20 }, () => economy.account({ creator: true })));
    await Promise.all(accounts.map((account) => economy.buy(account)));
    const sent = new Map<string, TransactionRequest>();
    const acknowledged = new Map<string, Reply>();
    let server = await startServerProcess(economy.databaseUrl);
    let running = true;
    const one = async (i: number) => {
      const accountId = accounts[i % accounts.length]!;
      const recipientId = accounts[(i + 1) % accounts.length]!;
      while (running) {
        const key = randomUUID();
        const request: TransactionRequest =
          i % 5 === 0
            ? purchaseOf(accountId)
            : { kind: 'gift', accountId, recipientId, giftId: 'rose', quantity: 1 };
        sent.set(key, request);
        const reply = await sendTransaction({ url: server.url, apiKey: economy.apiKey }, key, request);
        if (reply?.status === 200) acknowledged.set(key, reply);
        if (reply === null) return;
      }
    };
    const load = Promise.all(Array.from({ length: 40 }, (_, i) => one(i)));
    while (acknowledged.size < 400) await new Promise((resolve) => setTimeout(resolve, 10));
    await server.kill();
    running = false;
    await load;

    server = await startServerProcess(economy.databaseUrl);
    try {
      const before = await countOf('transactions');
      for (const [key, reply] of acknowledged) {
        const again = await sendTransaction({ url: server.url, apiKey: economy.apiKey }, key, sent.get(key)!);
        expect(again!.body).toEqual({ ...reply.body, replayed: true });
      }
      expect(await countOf('transactions')).toBe(before);
      // What was under way when it died either happened as a whole or not at all; sending it again settles it.
      const unsettled = [...sent].filter(([key]) => !acknowledged.has(key));
      for (const [key, request] of unsettled) {
        const again = await sendTransaction({ url: server.url, apiKey: economy.apiKey }, key, request);
        expect(again!.status).toBe(200);
      }
      await expectSoundLedger(economy);
    } finally {
      expect(await server.stop()).toBe(0);
    }
  });
});

async function countOf(table: 'transactions'): Promise<number> {
  const [row] = await economy.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return row!.n;
}
