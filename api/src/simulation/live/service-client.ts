import { CoinwardenClient, CoinwardenError, NoAnswerError } from '@coinwarden/client';
import type { DecisionAnswer } from '@coinwarden/contracts';
import { MARKETS, type SimulatedCatalogue, type SimulatedItem } from '@coinwarden/simulator';
import { Pool, fetch as undiciFetch } from 'undici';
import { StartUpError } from '../../platform/embedded/start-up-error.js';

const CONNECTIONS = 64;
const TIMEOUT_MS = 30_000;

export type Reply = { readonly answer: DecisionAnswer } | { readonly failure: string };

/** A platform's backend as the service sees it: one API key, kept connections, one transaction per request. */
export class ServiceClient {
  private readonly pool: Pool;
  private readonly client: CoinwardenClient;

  constructor(
    private readonly url: string,
    apiKey: string,
  ) {
    this.pool = new Pool(url, { connections: CONNECTIONS });
    this.client = new CoinwardenClient({
      url,
      apiKey,
      timeoutMs: TIMEOUT_MS,
      // Traffic goes on without what failed.
      retries: 0,
      fetch: (address, init) => undiciFetch(address, { ...init, dispatcher: this.pool }),
    });
  }

  /** What is on sale in every market of the simulated world. Throws StartUpError when the service does not answer. */
  async catalogue(welcomeCode: string | undefined): Promise<SimulatedCatalogue> {
    const gifts = await this.client.catalogue.gifts().catch((error) => this.stopFor(error));
    const packages = new Map<string, { pack: SimulatedCatalogue['packages'][number]; prices: Price[] }>();
    for (const { country } of MARKETS) {
      const offers = await this.client.catalogue.packages({ country }).catch((error) => this.stopFor(error));
      for (const { packageId, tier, coins, bonusCoins, price } of offers) {
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

  putAccount(item: Extract<SimulatedItem, { kind: 'account' }>): Promise<string | null> {
    const { accountId, ...body } = item.account;
    // The simulated clock may run a little ahead; nobody signs up in the future.
    const createdAt = new Date(Math.min(Date.parse(body.createdAt), Date.now())).toISOString();
    return failureOf(this.client.accounts.put(accountId, { ...body, createdAt }));
  }

  postEvent(item: Extract<SimulatedItem, { kind: 'event' }>): Promise<string | null> {
    const { occurredAt: _, ...event } = item.event;
    return failureOf(this.client.safety.report(event));
  }

  scanText(item: Extract<SimulatedItem, { kind: 'text' }>): Promise<string | null> {
    return failureOf(this.client.safety.scan(item.text));
  }

  /** Decides now, whatever time the simulation had in mind; an approved uncaptured purchase is captured unless nobody pays. */
  async decide(item: Extract<SimulatedItem, { kind: 'transaction' }>): Promise<Reply> {
    const { idempotencyKey, neverPaid = false } = item;
    const { occurredAt: _, ...transaction } = item.transaction;
    const { transactions } = this.client;
    try {
      const answer = await transactions.decide(transaction, idempotencyKey);
      const asked = 'payment' in transaction && !transaction.payment.captured && !neverPaid;
      if (asked && answer.outcome === 'approve') await failureOf(transactions.capture(answer.transactionId));
      return { answer };
    } catch (error) {
      return { failure: wordsOf(error) };
    }
  }

  /** Null when it was taken, or refused as the policy refuses; else what failed. */
  async requestRefund(
    idempotencyKey: string,
    body: { readonly purchaseId: string; readonly reason: string; readonly amountMinor?: number },
  ): Promise<string | null> {
    const failure = await failureOf(this.client.moneyBack.requestRefund(body, idempotencyKey));
    return failure?.includes('refund.') ? null : failure;
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private stopFor(error: unknown): never {
    throw new StartUpError(`${this.url} answers ${wordsOf(error)}.`);
  }
}

type Price = SimulatedCatalogue['packages'][number]['prices'][number];

function newPackage(pack: Omit<SimulatedCatalogue['packages'][number], 'prices'>) {
  const prices: Price[] = [];
  return { pack: { ...pack, prices }, prices };
}

const failureOf = (call: Promise<unknown>): Promise<string | null> => call.then(() => null, wordsOf);

function wordsOf(error: unknown): string {
  if (error instanceof CoinwardenError) return `${error.status} ${error.code}`;
  const cause = error instanceof NoAnswerError ? error.cause : error;
  const code =
    (cause as { cause?: NodeJS.ErrnoException })?.cause?.code ?? (cause as NodeJS.ErrnoException)?.code;
  return typeof code === 'string' ? code : String(cause ?? error);
}
