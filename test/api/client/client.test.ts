import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CoinwardenClient, CoinwardenError, NoAnswerError, receiveWebhook } from '@coinwarden/client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { type Economy, purchaseOf, startEconomy } from '../../support/economy.js';

let economy: Economy;
let client: CoinwardenClient;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  client = new CoinwardenClient({ url: `${economy.url}/`, apiKey: economy.apiKey });
});
afterAll(() => economy?.close());

/** Stands between: hands requests on, and may lose the answer or give one of its own. */
async function between(misbehave: (nth: number) => 'lose' | 'refuse' | 'pass') {
  let asked = 0;
  const server: Server = createServer(async (request, response) => {
    const how = misbehave(++asked);
    if (how === 'refuse') return void response.writeHead(503, { 'retry-after': '0' }).end('down');
    const answer = await fetch(`${economy.url}${request.url}`, {
      method: request.method!,
      headers: Object.entries(request.headers).filter(([name]) => !HOP.has(name)) as [string, string][],
      ...(request.method !== 'GET' && { body: await bodyOf(request) }),
    });
    if (how === 'lose') return void response.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    client: new CoinwardenClient({ url, apiKey: economy.apiKey }),
    asked: () => asked,
    close: () => new Promise((done) => server.close(done)),
  };
}
const HOP = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);
const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

describe('the client', () => {
  test('does what a platform does, from sign-up to refund', async () => {
    const accountId = await economy.account();
    const bought = await client.transactions.decide(purchaseOf(accountId), `order-${accountId}`);
    expect(bought).toMatchObject({ outcome: 'approve', replayed: false });
    const again = await client.transactions.decide(
      { ...purchaseOf(accountId), payment: purchaseOf(accountId).payment },
      `other-${accountId}`,
    );
    expect((await client.accounts.wallet(accountId)).coins.paid).toBe(1_400);
    const seen: string[] = [];
    for await (const { transactionId } of client.accounts.eachTransaction(accountId, { limit: 1 }))
      seen.push(transactionId);
    expect(seen).toEqual([again.transactionId, bought.transactionId]);
    const refund = await client.moneyBack.requestRefund(
      { purchaseId: bought.transactionId, reason: 'accidental_purchase' },
      `refund-${accountId}`,
    );
    expect(await client.moneyBack.refund(refund.refundId)).toMatchObject({
      purchaseId: bought.transactionId,
    });
    const limits = [{ measure: 'coins_spent', window: 'day', limit: 10 }] as const;
    expect((await client.accounts.setLimits(accountId, 'self', [...limits])).active).toContainEqual(
      expect.objectContaining({ layer: 'self', limit: 10 }),
    );
  });

  test('decides many at once, in their order, a bad one alone', async () => {
    const accountId = await economy.account();
    const gift = { kind: 'gift', accountId, recipientId: accountId, giftId: 'rose', quantity: 1 } as const;
    const [first, second] = await client.transactions.decideAll([
      { ...purchaseOf(accountId), idempotencyKey: `a-${accountId}` },
      { ...gift, idempotencyKey: `b-${accountId}` },
    ]);
    expect(first).toMatchObject({ outcome: 'approve' });
    expect(second).toMatchObject({ outcome: 'decline' });
  });

  test('says what was refused, and where', async () => {
    const refused = await client.accounts.get('nobody').catch((error) => error);
    expect(refused).toBeInstanceOf(CoinwardenError);
    expect(refused).toMatchObject({ status: 404, code: 'account.unknown', requestId: expect.any(String) });
    const wrong = { kind: 'gift', accountId: 'x' } as never;
    const invalid = await client.transactions.decide(wrong, 'key-of-nothing').catch((error) => error);
    expect(invalid.problem.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain(
      '/recipientId',
    );
  });

  test('asks again when the answer was lost, and it happens once', async () => {
    const accountId = await economy.account();
    const flaky = await between((nth) => (nth === 1 ? 'lose' : nth === 2 ? 'refuse' : 'pass'));
    const answer = await flaky.client.transactions.decide(purchaseOf(accountId), `flaky-${accountId}`);
    expect(answer).toMatchObject({ outcome: 'approve', replayed: true });
    expect(flaky.asked()).toBe(3);
    expect((await client.accounts.wallet(accountId)).coins.paid).toBe(700);
    await flaky.close();
  });

  test('never asks again for what might then happen twice', async () => {
    const accountId = await economy.account();
    const lost = await between(() => 'lose');
    const report = { type: 'sign_in_failed', accountId } as const;
    const failed = await lost.client.safety.report(report).catch((error) => error);
    expect(failed).toBeInstanceOf(NoAnswerError);
    expect(lost.asked()).toBe(1);
    await lost.close();
  });

  test('gives up after some tries', async () => {
    const down = await between(() => 'refuse');
    await expect(down.client.catalogue.gifts()).rejects.toBeInstanceOf(NoAnswerError);
    expect(down.asked()).toBe(4);
    await down.close();
  });
});

describe('a webhook', () => {
  const secret = `whsec_${Buffer.from('a secret of a test, long enough').toString('base64')}`;
  const body = JSON.stringify({
    type: 'endpoint.test',
    timestamp: new Date().toISOString(),
    data: { endpointId: 'e1' },
  });
  const signed = (at = new Date()) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
  });

  test('is received as it was sent', () => {
    expect(receiveWebhook({ body, headers: signed(), secret })).toMatchObject({
      id: 'msg_1',
      event: { type: 'endpoint.test', data: { endpointId: 'e1' } },
    });
  });

  test('is not, when it was changed, is old, or is signed by somebody else', () => {
    const other = `whsec_${Buffer.from('another secret of another test').toString('base64')}`;
    const refuse = (message: Parameters<typeof receiveWebhook>[0]) =>
      expect(() => receiveWebhook(message)).toThrow();
    refuse({ body: body.replace('e1', 'e2'), headers: signed(), secret });
    refuse({ body, headers: signed(new Date(Date.now() - 3_600_000)), secret });
    refuse({ body, headers: signed(), secret: other });
    refuse({ body, headers: {}, secret });
  });
});
