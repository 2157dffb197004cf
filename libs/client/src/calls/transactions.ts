import type {
  BatchItem,
  DecisionAnswer,
  Problem,
  TransactionProvenance,
  TransactionRequest,
} from '@coinwarden/contracts';
import type { Transport } from '../transport.js';

/** What a capture or a void answers with is the transaction as it stands. */
export type TransactionDetail = Readonly<Record<string, unknown>> & { readonly transactionId: string };

/** Decisions on coin transactions: the answer is given when the coins have moved, or have not. */
export class Transactions {
  constructor(private readonly transport: Transport) {}

  /**
   * Asks for a decision. The key names the user's intent (an order, a tap on a gift): make it once and keep it, so that
   * whatever is asked again under it happens once.
   */
  decide(transaction: TransactionRequest, idempotencyKey: string): Promise<DecisionAnswer> {
    return this.transport.send({
      method: 'POST',
      path: '/v1/transactions',
      body: transaction,
      idempotencyKey,
    });
  }

  /** Up to 1,000 at once, each by its own key; a refused one does not touch the others. In the order of the items. */
  async decideAll(items: readonly BatchItem[]): Promise<(DecisionAnswer | Problem)[]> {
    const { results } = await this.transport.send<{ results: (DecisionAnswer | Problem)[] }>({
      method: 'POST',
      path: '/v1/transactions/batch',
      body: { items },
      // Every item has a key of its own: sent again, each gives the answer it gave.
      repeatable: true,
    });
    return results;
  }

  get(transactionId: string): Promise<TransactionDetail> {
    return this.transport.send({ method: 'GET', path: pathOf(transactionId) });
  }

  /** What became of its coins, or where they came from. */
  provenance(transactionId: string): Promise<TransactionProvenance> {
    return this.transport.send({ method: 'GET', path: `${pathOf(transactionId)}/provenance` });
  }

  /** The payment of a purchase that was decided before it was taken: the coins become spendable. */
  capture(transactionId: string): Promise<TransactionDetail> {
    return this.transport.send({ method: 'POST', path: `${pathOf(transactionId)}/capture`, body: {} });
  }

  /** No payment will come: the reserved coins are gone. */
  void(transactionId: string): Promise<TransactionDetail> {
    return this.transport.send({ method: 'POST', path: `${pathOf(transactionId)}/void`, body: {} });
  }
}

const pathOf = (transactionId: string) => `/v1/transactions/${encodeURIComponent(transactionId)}`;
