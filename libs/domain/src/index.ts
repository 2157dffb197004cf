export * from './accounts/account.js';
export * from './decisions/transaction.js';
export * from './kernel/coins.js';
export * from './kernel/failure.js';
export * from './kernel/machine.js';
export * from './kernel/money.js';
export * from './kernel/time.js';
export * from './limits/spending-limit.js';
