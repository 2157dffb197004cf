import { type DecisionAnswer, decisionAnswer, giftViews, packageOffers } from '@coinwarden/contracts';
import { MARKETS, type SimulatedCatalogue, type SimulatedItem } from '@coinwarden/simulator';
import { Pool } from 'undici';
import { z } from 'zod';
import { StartUpError } from '../../platform/embedded/start-up-error.js';

const CONNECTIONS = 64;
const TIMEOUT_MS = 30_000;

export type Reply = { readonly answer: DecisionAnswer } | { readonly failure: string };

/** A platform's backend as the service sees it: one API key, kept connections, one transaction per request. */
export class ServiceClient {
  private readonly pool: Pool;

  constructor(
    private readonly url: string,
    private readonly apiKey: string,
  ) {
    this.pool = new Pool(url, {
      connections: CONNECTIONS,
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
    });
  }

  /** What is on sale in every market of the simulated world. Throws StartUpError when the service does not answer. */
  async catalogue(welcomeCode: string | undefined): Promise<SimulatedCatalogue> {
    const gifts = giftViews.parse(await this.get('/v1/gifts')).items;
    const packages = new Map<string, { pack: SimulatedCatalogue['packages'][number]; prices: Price[] }>();
    for (const { country } of MARKETS) {
      const { items } = packageOffers.parse(await this.get(`/v1/packages?country=${country}`));
      for (const { packageId, tier, coins, bonusCoins, price } of items) {
        const known = packages.get(packageId) ?? newPackage({ packageId, tier, coins, bonusCoins });
        known.prices.push({ ...price, region: country });
        packages.set(packageId, known);
      }
    }
    if (packages.size === 0 || gifts.length === 0)
      throw new StartUpError(
        `${this.url} has nothing on sale: start it in demo mode, or set up its catalogue.`,
      );
    return {
      packages: [...packages.values()].map(({ pack }) => pack),
      gifts,
      ...(welcomeCode && { welcomeCode }),
    };
  }

  async putAccount(item: Extract<SimulatedItem, { kind: 'account' }>): Promise<string | null> {
    const { accountId, ...body } = item.account;
    // The simulated clock may run a little ahead; nobody signs up in the future.
    const createdAt = new Date(Math.min(Date.parse(body.createdAt), Date.now())).toISOString();
    return this.send('PUT', `/v1/accounts/${encodeURIComponent(accountId)}`, { ...body, createdAt });
  }

  postEvent(item: Extract<SimulatedItem, { kind: 'event' }>): Promise<string | null> {
    const { occurredAt: _, ...event } = item.event;
    return this.send('POST', '/v1/events', event);
  }

  scanText(item: Extract<SimulatedItem, { kind: 'text' }>): Promise<string | null> {
    return this.send('POST', '/v1/content/scan', item.text);
  }

  /** Decides now, whatever time the simulation had in mind; an approved uncaptured purchase is captured unless nobody pays. */
  async decide(item: Extract<SimulatedItem, { kind: 'transaction' }>): Promise<Reply> {
    const { idempotencyKey, neverPaid = false } = item;
    const { occurredAt: _, ...transaction } = item.transaction;
    const reply = await this.call('POST', '/v1/transactions', transaction, {
      'idempotency-key': idempotencyKey,
    });
    if (reply.failure !== null) return { failure: reply.failure };
    const answer = decisionAnswer.parse(reply.body);
    const asked = 'payment' in transaction && !transaction.payment.captured && !neverPaid;
    if (asked && answer.outcome === 'approve')
      await this.send('POST', `/v1/transactions/${answer.transactionId}/capture`, {});
    return { answer };
  }

  /** Null when it was taken, or refused as the policy refuses; else what failed. */
  async requestRefund(
    idempotencyKey: string,
    body: { readonly purchaseId: string; readonly reason: string; readonly amountMinor?: number },
  ): Promise<string | null> {
    const { failure } = await this.call('POST', '/v1/refunds', body, { 'idempotency-key': idempotencyKey });
    return failure?.includes('refund.') ? null : failure;
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async get(path: string): Promise<unknown> {
    const reply = await this.call('GET', path);
    if (reply.failure !== null) throw new StartUpError(`${this.url}${path} answers ${reply.failure}.`);
    return reply.body;
  }

  private async send(method: 'PUT' | 'POST', path: string, body: object): Promise<string | null> {
    return (await this.call(method, path, body)).failure;
  }

  private async call(
    method: 'GET' | 'PUT' | 'POST',
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<{ failure: string | null; body: unknown }> {
    try {
      const response = await this.pool.request({
        method,
        path,
        headers: {
          authorization: `Bearer ${this.apiKey}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.body.text();
      if (response.statusCode < 300) return { failure: null, body: text === '' ? null : JSON.parse(text) };
      const code = problemCode.safeParse(text === '' ? null : JSON.parse(text)).data?.code;
      return { failure: `${response.statusCode} ${code ?? ''}`.trim(), body: null };
    } catch (error) {
      return { failure: reasonOf(error), body: null };
    }
  }
}

type Price = SimulatedCatalogue['packages'][number]['prices'][number];

function newPackage(pack: Omit<SimulatedCatalogue['packages'][number], 'prices'>) {
  const prices: Price[] = [];
  return { pack: { ...pack, prices }, prices };
}

const problemCode = z.object({ code: z.string() });

const reasonOf = (error: unknown) =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
