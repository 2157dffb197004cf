export * from './primitives.js';
export * from './problems.js';
export * from './reports.js';
export * from './staff/transactions.js';
export * from './staff/webhooks.js';
export * from './transactions.js';
export * from './webhooks.js';
