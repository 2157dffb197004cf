/** What other features may use of the figures of promotions. */
export { PausePromotions } from './commands/pause-promotions.js';
export { PromotionFiguresModule } from './promotion-figures.module.js';
