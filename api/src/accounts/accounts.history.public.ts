/** What a replay of history reads of accounts. It loads no framework: every backtest is a process that has to start. */
export { type AccountRecord, readAccounts } from './persistence/accounts.store.js';
export { readCountedClaims } from './persistence/money-back.store.js';
