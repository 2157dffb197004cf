/** What other features may use of promotions. */
export { lockTally, readTally, type TallyRequest, writeTally } from './persistence/promotions.store.js';
export { PromotionCache } from './promotion-cache.js';
