import { Accounts } from './calls/accounts.js';
import { Catalogue } from './calls/catalogue.js';
import { MoneyBack } from './calls/money-back.js';
import { Safety } from './calls/safety.js';
import { Transactions } from './calls/transactions.js';
import { Transport, type TransportOptions } from './transport.js';

/** Coinwarden as a platform's backend calls it: one for the whole process, shared by everything that runs in it. */
export class CoinwardenClient {
  readonly accounts: Accounts;
  readonly catalogue: Catalogue;
  readonly transactions: Transactions;
  readonly moneyBack: MoneyBack;
  readonly safety: Safety;

  constructor(options: TransportOptions) {
    const transport = new Transport(options);
    this.accounts = new Accounts(transport);
    this.catalogue = new Catalogue(transport);
    this.transactions = new Transactions(transport);
    this.moneyBack = new MoneyBack(transport);
    this.safety = new Safety(transport);
  }
}
