import {
  type AudienceAnswer,
  type AudienceRequest,
  audienceAnswer,
  audienceRequest,
  type PromotionPreview,
  type PromotionPreviewRequest,
  type PromotionResults as PromotionResultsAnswer,
  type PromotionSimulation,
  type PromotionSimulationRequest,
  promotionPreview,
  promotionPreviewRequest,
  promotionResults,
  promotionSimulation,
  promotionSimulationRequest,
  type RuleFact,
  ruleFact,
} from '@coinwarden/contracts';
import { describeAudience } from '@coinwarden/domain';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../platform/access/requires.js';
import { CountAudience } from './queries/count-audience.js';
import { PreviewPromotion } from './queries/preview-promotion.js';
import { PromotionResults } from './queries/promotion-results.js';
import { SimulatePromotion } from './queries/simulate-promotion.js';

@ApiTags('staff: promotions')
@Controller('staff/promotions')
export class StaffPromotionFiguresController {
  constructor(
    private readonly previews: PreviewPromotion,
    private readonly audiences: CountAudience,
    private readonly simulations: SimulatePromotion,
    private readonly outcomes: PromotionResults,
  ) {}

  /** Everything that an audience may read. */
  @Get('facts')
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: z.array(ruleFact) })
  facts(): RuleFact[] {
    return describeAudience();
  }

  /** What a promotion would be as it is written; nothing is kept. */
  @Post('preview')
  @HttpCode(200)
  @Requires('catalogue.write')
  @ApiOkResponse({ standardSchema: promotionPreview })
  preview(
    @Body({ schema: promotionPreviewRequest }) request: PromotionPreviewRequest,
  ): Promise<PromotionPreview> {
    return this.previews.run(request);
  }

  /** Who an audience would be now. */
  @Post('audience')
  @HttpCode(200)
  @Requires('catalogue.write')
  @ApiOkResponse({ standardSchema: audienceAnswer })
  audience(@Body({ schema: audienceRequest }) request: AudienceRequest): Promise<AudienceAnswer> {
    return this.audiences.run(request);
  }

  /** What it would have cost on the purchases of the last 30 days. */
  @Post('simulate')
  @HttpCode(200)
  @Requires('catalogue.write')
  @ApiOkResponse({ standardSchema: promotionSimulation })
  simulate(
    @Body({ schema: promotionSimulationRequest }) request: PromotionSimulationRequest,
  ): Promise<PromotionSimulation> {
    return this.simulations.run(request);
  }

  /** What became of one that was released. */
  @Get(':id/results')
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: promotionResults })
  results(@Param('id') id: string): Promise<PromotionResultsAnswer> {
    return this.outcomes.read(id);
  }
}
