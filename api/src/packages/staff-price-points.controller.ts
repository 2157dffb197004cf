import { Readable } from 'node:stream';
import {
  type PriceEnd,
  type PriceSet,
  type PriceUploadAnswer,
  type PriceUploadRequest,
  priceEnd,
  priceSet,
  priceUploadAnswer,
  priceUploadRequest,
  type StaffPricePoint,
  staffPricePoint,
} from '@coinwarden/contracts';
import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Lists, type StaffList } from '../platform/http/list-route.js';
import { EndPrice } from './commands/end-price.js';
import { SetPrice } from './commands/set-price.js';
import { UploadPrices } from './commands/upload-prices.js';
import { ExportPrices } from './queries/export-prices.js';
import { PricePoints } from './queries/price-points.js';

@ApiTags('staff: price-points')
@Controller('staff/price-points')
export class StaffPricePointsController {
  constructor(
    private readonly points: PricePoints,
    private readonly setPrice: SetPrice,
    private readonly endPrice: EndPrice,
    private readonly uploadPrices: UploadPrices,
    private readonly exportPrices: ExportPrices,
  ) {}

  @Get()
  @Requires('catalogue.read')
  @Lists(staffPricePoint)
  list(@CurrentStaff() actor: StaffActor): Promise<StaffList> {
    return this.points.list(actor);
  }

  /** The prices that hold, as CSV that `batch` takes back. */
  @Get('export')
  @Requires('catalogue.read')
  @Header('Content-Disposition', 'attachment; filename="prices.csv"')
  @ApiProduces('text/csv')
  async export(): Promise<StreamableFile> {
    const lines = await this.exportPrices.lines();
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
    });
  }

  @Get(':id')
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: staffPricePoint })
  one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffPricePoint> {
    return this.points.one(actor, id);
  }

  /** Sets a price from now on or from a moment to come: the next version for its package, currency and region. */
  @Post()
  @Requires('catalogue.write')
  @ApiCreatedResponse({ standardSchema: staffPricePoint })
  async set(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: priceSet }) request: PriceSet,
  ): Promise<StaffPricePoint> {
    return this.points.one(actor, await this.setPrice.execute(actor, request));
  }

  /** Up to 100,000 prices at once; with `dryRun`, only what would become of them. */
  @Post('batch')
  @HttpCode(200)
  @Requires('catalogue.write')
  @ApiOkResponse({ standardSchema: priceUploadAnswer })
  upload(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: priceUploadRequest }) request: PriceUploadRequest,
  ): Promise<PriceUploadAnswer> {
    return this.uploadPrices.execute(actor, request);
  }

  /** Ends a price, now or later. */
  @Post(':id/actions/end')
  @HttpCode(200)
  @Requires('catalogue.write')
  @ApiOkResponse({ standardSchema: staffPricePoint })
  async end(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: priceEnd }) request: PriceEnd,
  ): Promise<StaffPricePoint> {
    await this.endPrice.execute(actor, id, request);
    return this.points.one(actor, id);
  }
}
