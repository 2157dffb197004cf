import { Module } from '@nestjs/common';
import { PromotionsModule } from '../promotions/promotions.public.js';
import { CatalogueController } from './catalogue.controller.js';
import { CatalogueCache } from './catalogue-cache.js';
import { ChangeCatalogue } from './commands/change-catalogue.js';
import { CreatePackage } from './commands/create-package.js';
import { EditPackage } from './commands/edit-package.js';
import { EndPrice } from './commands/end-price.js';
import { SellPackage } from './commands/sell-package.js';
import { SetPrice } from './commands/set-price.js';
import { UploadPrices } from './commands/upload-prices.js';
import { ExportPrices } from './queries/export-prices.js';
import { FindGifts } from './queries/find-gifts.js';
import { FindPackages } from './queries/find-packages.js';
import { PackageOffers } from './queries/package-offers.js';
import { Packages } from './queries/packages.js';
import { PricePoints } from './queries/price-points.js';
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
  providers: [
    FindGifts,
    FindPackages,
    CatalogueCache,
    PackageOffers,
    Packages,
    PricePoints,
    ExportPrices,
    ChangeCatalogue,
    CreatePackage,
    EditPackage,
    SellPackage,
    SetPrice,
    EndPrice,
    UploadPrices,
  ],
  exports: [CatalogueCache],
})
export class PackagesModule {}
