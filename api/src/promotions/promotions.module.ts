import { Module } from '@nestjs/common';
import { PromotionCache } from './promotion-cache.js';
import { StaffPromotionsController } from './staff-promotions.controller.js';

@Module({
  controllers: [StaffPromotionsController],
  providers: [PromotionCache],
  exports: [PromotionCache],
})
export class PromotionsModule {}
