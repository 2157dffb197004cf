import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { money } from '@coinwarden/domain';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GoogleGateway } from '../../../api/src/payments/google/google-gateway.js';
import { ProviderRefused, ProviderUnknown } from '../../../api/src/payments/payments.public.js';

/** Orders as the Android Publisher API keeps them, and what to answer instead. */
class PlayOrders {
  readonly states = new Map<string, string>();
  readonly calls: string[] = [];
  instead: { method: string; status: number } | null = null;
  total = { currencyCode: 'USD', units: '9', nanos: 990_000_000 };
  private server!: Server;

  async open(): Promise<string> {
    this.server = createServer((request, response) => {
      const { method = '', url = '', headers } = request;
      this.calls.push(`${method} ${url} ${headers.authorization}`);
      const id = decodeURIComponent(url.split('/orders/')[1]!.split(':')[0]!);
      if (this.instead?.method === method) return void response.writeHead(this.instead.status).end();
      if (method === 'POST') this.states.set(id, 'REFUNDED');
      const state = this.states.get(id);
      if (state === undefined) return void response.writeHead(404).end('{}');
      response.end(method === 'POST' ? '{}' : JSON.stringify({ orderId: id, state, total: this.total }));
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close = () => new Promise((resolve) => this.server.close(resolve));
}

const ORDER = 'GPA.1234-5678';
let play: PlayOrders;
let google: GoogleGateway;
beforeEach(async () => {
  play = new PlayOrders();
  play.states.set(ORDER, 'PROCESSED');
  const apiUrl = await play.open();
  const account = { getRequestHeaders: async () => new Headers({ Authorization: 'Bearer token' }) };
  google = new GoogleGateway(account, { apiUrl, packageName: 'com.example.app', timeoutMs: 2_000 });
});
afterEach(() => play.close());

const order = (amountMinor = 999n, reference = ORDER) => ({
  refundId: 'r-1',
  reference,
  money: money(amountMinor, 'USD'),
  reason: 'accidental_purchase',
  idempotencyKey: 'refund-r-1-1',
});
const question = { refundId: 'r-1', reference: ORDER, providerRefundId: null };

describe('refunding at Google Play', () => {
  test('gives the whole order back and finds it given back', async () => {
    expect(await google.findRefund(question)).toBeNull();
    const made = await google.createRefund(order());
    expect(made).toEqual({
      providerRefundId: `google:${ORDER}`,
      status: 'succeeded',
      money: money(999n, 'USD'),
      detail: null,
    });
    expect(await google.findRefund(question)).toEqual(made);
    const path = '/androidpublisher/v3/applications/com.example.app/orders/GPA.1234-5678';
    expect(play.calls).toContain(`POST ${path}:refund?revoke=false Bearer token`);
  });

  test('amounts are read in the currency’s own minor unit', async () => {
    play.total = { currencyCode: 'JPY', units: '1480', nanos: 0 };
    const whole = { ...order(), money: money(1_480n, 'JPY') };
    expect(await google.createRefund(whole)).toMatchObject({ money: money(1_480n, 'JPY') });
  });

  test('refuses parts, unknown orders and what has gone back', async () => {
    await expect(google.createRefund(order(500n))).rejects.toMatchObject({ code: 'partial_refund' });
    await expect(google.createRefund(order(999n, 'GPA.0'))).rejects.toMatchObject({
      code: 'order_not_found',
    });
    await google.createRefund(order());
    await expect(google.createRefund(order())).rejects.toMatchObject({ code: 'order_already_refunded' });
    expect(play.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
  });

  test.each([
    [500, ProviderUnknown],
    [429, ProviderUnknown],
    [401, ProviderUnknown],
    [400, ProviderRefused],
  ])('an answer of %i to the refund is %p', async (status, failure) => {
    play.instead = { method: 'POST', status };
    await expect(google.createRefund(order())).rejects.toBeInstanceOf(failure);
  });

  test('nobody there is nobody’s answer', async () => {
    await play.close();
    await expect(google.createRefund(order())).rejects.toBeInstanceOf(ProviderUnknown);
    await play.open();
  });

  test('disputes are Google’s own business', async () => {
    await expect(google.acceptDispute()).rejects.toBeInstanceOf(ProviderRefused);
    await expect(google.submitEvidence()).rejects.toBeInstanceOf(ProviderRefused);
  });
});
