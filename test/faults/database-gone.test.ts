import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ScratchPostgres, startScratchPostgres } from '../support/database.js';
import { type Economy, purchaseOf, startEconomy } from '../support/economy.js';
import { expectSoundLedger } from '../support/ledger.js';
import { sendTransaction } from '../support/platform-client.js';

const AWAY_MS = 10_000;

let database: ScratchPostgres;
let economy: Economy;
beforeAll(async () => {
  database = await startScratchPostgres();
  economy = await startEconomy({ databaseUrl: database.url });
});
afterAll(async () => {
  await economy?.close();
  await database?.drop();
});

describe('the database gone for ten seconds', () => {
  it('answers 503 while it is away, loses nothing, and resumes by itself', async () => {
    const account = await economy.account();
    const before = await economy.buy(account);
    await database.stop();
    const away = Date.now();
    let refused = 0;
    const keys: string[] = [];
    while (Date.now() - away < AWAY_MS) {
      const key = randomUUID();
      keys.push(key);
      const reply = await sendTransaction(economy, key, purchaseOf(account));
      expect([reply?.status, reply?.body.code]).toEqual([503, 'service.unavailable']);
      refused++;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect(refused).toBeGreaterThan(3);
    expect((await economy.request.get('/health/live')).status).toBe(200);
    expect((await economy.request.get('/health/ready')).status).toBe(503);

    await database.start();
    let after = await sendTransaction(economy, keys[0]!, purchaseOf(account));
    while (after?.status === 503) after = await sendTransaction(economy, keys[0]!, purchaseOf(account));
    expect(after).toMatchObject({ status: 200, body: { outcome: 'approve', replayed: false } });
    expect(after!.body.wallet.coins.available).toBe(before.wallet.coins.available + 700);
    await expectSoundLedger(economy);
  });
});
