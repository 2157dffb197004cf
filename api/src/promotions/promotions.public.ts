/** What other features may use of promotions. */
export { ChangePromotions } from './commands/change-promotions.js';
export { installDemoPlans, installDemoPromotions } from './commands/install-demo-promotions.js';
export { WELCOME_CODE } from './demo-promotions.js';
export { lockTally, readTally, type TallyRequest, writeTally } from './persistence/promotion-tally.store.js';
export { setPromotionStatus } from './persistence/promotion-writes.store.js';
export { readPromotion, readUnended } from './persistence/promotions.store.js';
export { returnRedemption } from './persistence/redemptions.store.js';
export { PromotionCache } from './promotion-cache.js';
export { PromotionsModule } from './promotions.module.js';
export { asPromotion } from './queries/as-promotion.js';
