import { Module } from '@nestjs/common';
import { PromotionsModule } from '../promotions/promotions.public.js';
import { CatalogueController } from './catalogue.controller.js';
import { CatalogueCache } from './catalogue-cache.js';
import { PackageOffers } from './queries/package-offers.js';
import { StaffGiftsController } from './staff-gifts.controller.js';
import { StaffPackagesController } from './staff-packages.controller.js';
import { StaffPricePointsController } from './staff-price-points.controller.js';

@Module({
  imports: [PromotionsModule],
  controllers: [
    CatalogueController,
    StaffPackagesController,
    StaffPricePointsController,
    StaffGiftsController,
  ],
  providers: [CatalogueCache, PackageOffers],
  exports: [CatalogueCache],
})
export class PackagesModule {}
