import {
  type GiftViews,
  giftViews,
  type PackageOffers as PackageOffersAnswer,
  type PackagesQuery,
  packageOffers,
  packagesQuery,
} from '@coinwarden/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { CatalogueCache } from './catalogue-cache.js';
import { PackageOffers } from './queries/package-offers.js';

@ApiTags('catalogue')
@Controller('v1')
export class CatalogueController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly catalogues: CatalogueCache,
    private readonly offers: PackageOffers,
  ) {}

  /** The packages on sale, each at the price this buyer pays now. */
  @Get('packages')
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: packageOffers })
  async packages(@Query({ schema: packagesQuery }) query: PackagesQuery): Promise<PackageOffersAnswer> {
    return { items: await this.offers.list(query), nextCursor: null };
  }

  /** The gifts on sale and what they cost. */
  @Get('gifts')
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: giftViews })
  async gifts(): Promise<GiftViews> {
    const { gifts } = await this.catalogues.load(this.db);
    const items = [...gifts.values()].filter((gift) => gift.status === 'on_sale');
    return {
      items: items.map(({ giftId, name, coins }) => ({ giftId, name, coins: Number(coins) })),
      nextCursor: null,
    };
  }
}
