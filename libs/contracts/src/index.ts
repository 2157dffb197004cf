export * from './primitives.js';
export * from './problems.js';
export * from './transactions.js';
