import { Module } from '@nestjs/common';
import { ActOnPromotion } from './commands/act-on-promotion.js';
import { ChangeCodes } from './commands/change-codes.js';
import { ChangePromotions } from './commands/change-promotions.js';
import { WritePromotion } from './commands/write-promotion.js';
import { PromotionCache } from './promotion-cache.js';
import { FindPromotions } from './queries/find-promotions.js';
import { Promotions } from './queries/promotions.js';
import { StaffPromotionCodesController } from './staff-promotion-codes.controller.js';
import { StaffPromotionsController } from './staff-promotions.controller.js';

@Module({
  // Codes first: the address of an action of theirs would fit that of any action too.
  controllers: [StaffPromotionCodesController, StaffPromotionsController],
  providers: [
    FindPromotions,
    PromotionCache,
    Promotions,
    ChangePromotions,
    WritePromotion,
    ActOnPromotion,
    ChangeCodes,
  ],
  exports: [PromotionCache, ChangePromotions],
})
export class PromotionsModule {}
