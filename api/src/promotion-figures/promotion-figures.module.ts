import { Module } from '@nestjs/common';
import { PackagesModule } from '../packages/packages.public.js';
import { PromotionsModule } from '../promotions/promotions.public.js';
import { PausePromotions } from './commands/pause-promotions.js';
import { PausePromotionsJob } from './jobs/pause-promotions.job.js';
import { CountAudience } from './queries/count-audience.js';
import { PreviewPromotion } from './queries/preview-promotion.js';
import { PromotionResults } from './queries/promotion-results.js';
import { SimulatePromotion } from './queries/simulate-promotion.js';
import { StaffPromotionFiguresController } from './staff-promotion-figures.controller.js';

/** What promotions would cost, whom they would reach, and what became of them. */
@Module({
  imports: [PackagesModule, PromotionsModule],
  controllers: [StaffPromotionFiguresController],
  providers: [
    PreviewPromotion,
    CountAudience,
    SimulatePromotion,
    PromotionResults,
    PausePromotions,
    PausePromotionsJob,
  ],
})
export class PromotionFiguresModule {}
