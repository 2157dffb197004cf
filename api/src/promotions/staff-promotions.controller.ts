import {
  type PromotionActionRequest,
  type PromotionCreate,
  type PromotionEdit,
  type PromotionHistory,
  type PromotionMove,
  promotionActionRequest,
  promotionCreate,
  promotionEdit,
  promotionHistory,
  promotionMove,
  type StaffPromotion,
  staffPromotion,
} from '@coinwarden/contracts';
import type { PromotionAction } from '@coinwarden/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Lists, type StaffList } from '../platform/http/list-route.js';
import { ActOnPromotion } from './commands/act-on-promotion.js';
import { WritePromotion } from './commands/write-promotion.js';
import { Promotions } from './queries/promotions.js';

const MANAGED = ['submit', 'recall', 'resume', 'end'] as const satisfies readonly PromotionAction[];

@ApiTags('staff: promotions')
@Controller('staff/promotions')
export class StaffPromotionsController {
  constructor(
    private readonly promotions: Promotions,
    private readonly write: WritePromotion,
    private readonly actOn: ActOnPromotion,
  ) {}

  @Get()
  @Requires('catalogue.read')
  @Lists(staffPromotion)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return this.promotions.list(actor);
  }

  @Get(':id')
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: staffPromotion })
  one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffPromotion> {
    return this.promotions.one(actor, id);
  }

  /** What was done to it, newest first. */
  @Get(':id/history')
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: promotionHistory })
  history(@Param('id') id: string): Promise<PromotionHistory> {
    return this.promotions.history(id);
  }

  /** Makes a draft. */
  @Post()
  @Requires('catalogue.write')
  @ApiCreatedResponse({ standardSchema: staffPromotion })
  async create(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: promotionCreate }) request: PromotionCreate,
  ): Promise<StaffPromotion> {
    await this.write.create(actor, request);
    return this.promotions.one(actor, request.promotionId);
  }

  /** Rewrites a draft. */
  @Put(':id')
  @Requires('catalogue.write')
  @ApiOkResponse({ standardSchema: staffPromotion })
  async edit(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: promotionEdit }) request: PromotionEdit,
  ): Promise<StaffPromotion> {
    await this.write.edit(actor, id, request);
    return this.promotions.one(actor, id);
  }

  /** Moves a draft by whole days. */
  @Post(':id/actions/move')
  @HttpCode(200)
  @Requires('catalogue.write')
  @ApiOkResponse({ standardSchema: staffPromotion })
  async move(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: promotionMove }) request: PromotionMove,
  ): Promise<StaffPromotion> {
    await this.write.move(actor, id, request);
    return this.promotions.one(actor, id);
  }

  /** Stops it at once. */
  @Post(':id/actions/pause')
  @HttpCode(200)
  @Requires('promotion.pause')
  @ApiOkResponse({ standardSchema: staffPromotion })
  pause(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: promotionActionRequest }) request: PromotionActionRequest,
  ): Promise<StaffPromotion> {
    return this.act(actor, { id, action: 'pause', request });
  }

  /** By somebody who did not write it. */
  @Post(':id/actions/approve')
  @HttpCode(200)
  @Requires('promotion.approve')
  @ApiOkResponse({ standardSchema: staffPromotion })
  approve(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: promotionActionRequest }) request: PromotionActionRequest,
  ): Promise<StaffPromotion> {
    return this.act(actor, { id, action: 'approve', request });
  }

  /** Back to whoever wrote it. */
  @Post(':id/actions/reject')
  @HttpCode(200)
  @Requires('promotion.approve')
  @ApiOkResponse({ standardSchema: staffPromotion })
  reject(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: promotionActionRequest }) request: PromotionActionRequest,
  ): Promise<StaffPromotion> {
    return this.act(actor, { id, action: 'reject', request });
  }

  /** `submit`, `recall`, `resume` or `end`. */
  @Post(':id/actions/:action')
  @HttpCode(200)
  @Requires('catalogue.write')
  @ApiOkResponse({ standardSchema: staffPromotion })
  manage(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Param('action', { schema: z.enum(MANAGED) }) action: (typeof MANAGED)[number],
    @Body({ schema: promotionActionRequest }) request: PromotionActionRequest,
  ): Promise<StaffPromotion> {
    return this.act(actor, { id, action, request });
  }

  /** A draft that is not wanted is gone. */
  @Post(':id/actions/discard')
  @HttpCode(204)
  @Requires('catalogue.write')
  async discard(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: promotionActionRequest }) request: PromotionActionRequest,
  ): Promise<void> {
    await this.actOn.run(actor, id, 'discard', request);
  }

  private async act(actor: StaffActor, { id, action, request }: Act): Promise<StaffPromotion> {
    await this.actOn.run(actor, id, action, request);
    return this.promotions.one(actor, id);
  }
}

interface Act {
  readonly id: string;
  readonly action: PromotionAction;
  readonly request: PromotionActionRequest;
}
