import {
  type PromotionCodesAnswer,
  type PromotionCodesRequest,
  type PromotionCodesRevoke,
  type PromotionCodesRevoked,
  promotionCodesAnswer,
  promotionCodesRequest,
  promotionCodesRevoke,
  promotionCodesRevoked,
  staffPromotionCode,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ChangeCodes } from './commands/change-codes.js';
import { PROMOTION_CODES, promotionCodeRecord } from './queries/promotion-code-records.js';

@ApiTags('staff: promotions')
@Controller('staff')
export class StaffPromotionCodesController {
  constructor(private readonly codes: ChangeCodes) {}

  /** `filter={"promotionId":…}` for those of one. */
  @Get('promotion-codes')
  @Requires('catalogue.read')
  @Lists(staffPromotionCode)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return listOf(PROMOTION_CODES, promotionCodeRecord(actor));
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
