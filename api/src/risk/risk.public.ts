/** What other features may use of risk. */
export { ListsCache } from './lists-cache.js';
export { lockVelocity, writeVelocity } from './persistence/velocity.store.js';
export { RulesetCache } from './ruleset-cache.js';
