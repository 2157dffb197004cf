import {
  type PromotionCodesAnswer,
  type PromotionCodesRequest,
  type PromotionCodesRevoke,
  type PromotionCodesRevoked,
  promotionCodesAnswer,
  promotionCodesRequest,
  promotionCodesRevoke,
  promotionCodesRevoked,
  type StaffPromotionCode,
  staffPromotionCode,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { listStaffRecords } from '../platform/http/staff-list.js';
import { ChangeCodes } from './commands/change-codes.js';
import { PROMOTION_CODES, promotionCodeRecord } from './queries/promotion-code-records.js';

@ApiTags('staff: promotions')
@Controller('staff')
export class StaffPromotionCodesController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly codes: ChangeCodes,
  ) {}

  /** `filter={"promotionId":…}` for those of one. */
  @Get('promotion-codes')
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: z.array(staffPromotionCode) })
  async list(
    @CurrentStaff() actor: StaffActor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly StaffPromotionCode[]> {
    return (await listStaffRecords(this.db, PROMOTION_CODES, query, promotionCodeRecord(actor))).answer(
      reply,
    );
  }

  /** Draws codes that work once. */
  @Post('promotions/:id/actions/add_codes')
  @HttpCode(200)
  @Requires('catalogue.write')
  @ApiOkResponse({ standardSchema: promotionCodesAnswer })
  async add(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: promotionCodesRequest }) request: PromotionCodesRequest,
  ): Promise<PromotionCodesAnswer> {
    return { codes: await this.codes.add(actor, id, request) };
  }

  /** Takes back codes that nobody used. */
  @Post('promotions/:id/actions/revoke_codes')
  @HttpCode(200)
  @Requires('catalogue.write')
  @ApiOkResponse({ standardSchema: promotionCodesRevoked })
  async revoke(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: promotionCodesRevoke }) request: PromotionCodesRevoke,
  ): Promise<PromotionCodesRevoked> {
    return { revoked: await this.codes.revoke(actor, id, request) };
  }
}
