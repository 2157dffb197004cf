import type {
  AccountLimits,
  AccountRequest,
  AccountTransactions,
  AccountTransactionsQuery,
  AccountView,
  Exclusion,
  LimitLayerParam,
  LimitsRequest,
  TransactionSummary,
  WalletView,
} from '@coinwarden/contracts';
import type { Transport } from '../transport.js';

/** Users of the platform, what they own, and the limits they set themselves. */
export class Accounts {
  constructor(private readonly transport: Transport) {}

  /** Creates the account, or brings what is known of it up to date. */
  put(accountId: string, account: AccountRequest): Promise<AccountView> {
    return this.transport.send({ method: 'PUT', path: pathOf(accountId), body: account });
  }

  get(accountId: string): Promise<AccountView> {
    return this.transport.send({ method: 'GET', path: pathOf(accountId) });
  }

  wallet(accountId: string): Promise<WalletView> {
    return this.transport.send({ method: 'GET', path: `${pathOf(accountId)}/wallet` });
  }

  /** One page, newest first. */
  transactions(
    accountId: string,
    query: Partial<AccountTransactionsQuery> = {},
  ): Promise<AccountTransactions> {
    return this.transport.send({ method: 'GET', path: `${pathOf(accountId)}/transactions`, query });
  }

  /** All of them, newest first, a page at a time as they are asked for. */
  async *eachTransaction(
    accountId: string,
    query: Partial<AccountTransactionsQuery> = {},
  ): AsyncGenerator<TransactionSummary> {
    let cursor = query.cursor;
    do {
      const page = await this.transactions(accountId, { ...query, ...(cursor !== undefined && { cursor }) });
      yield* page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  limits(accountId: string): Promise<AccountLimits> {
    return this.transport.send({ method: 'GET', path: `${pathOf(accountId)}/limits` });
  }

  /** Replaces what the user, or the guardian, has set. Lowering binds at once, raising after 24 hours. */
  setLimits(
    accountId: string,
    layer: LimitLayerParam,
    limits: LimitsRequest['limits'],
  ): Promise<AccountLimits> {
    return this.transport.send({
      method: 'PUT',
      path: `${pathOf(accountId)}/limits/${layer}`,
      body: { limits },
    });
  }

  /** Nothing is bought or spent before; it can be lengthened, never shortened. */
  exclude(accountId: string, until: Date): Promise<Exclusion> {
    return this.transport.send({
      method: 'POST',
      path: `${pathOf(accountId)}/exclusions`,
      body: { until: until.toISOString() },
      repeatable: true,
    });
  }
}

const pathOf = (accountId: string) => `/v1/accounts/${encodeURIComponent(accountId)}`;
