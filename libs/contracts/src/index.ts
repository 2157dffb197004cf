export * from './primitives.js';
export * from './problems.js';
export * from './staff/transactions.js';
export * from './transactions.js';
