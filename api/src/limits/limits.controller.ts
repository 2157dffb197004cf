import {
  type AccountLimits,
  accountLimits,
  type Exclusion,
  type ExclusionRequest,
  exclusion,
  exclusionRequest,
  id,
  type LimitLayerParam,
  type LimitsRequest,
  limitLayerParam,
  limitsRequest,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { ExcludeAccount } from './commands/exclude-account.js';
import { SetLimits } from './commands/set-limits.js';
import { ReadLimits } from './queries/read-limits.js';

@ApiTags('limits')
@Controller('v1/accounts/:accountId')
export class LimitsController {
  constructor(
    private readonly readLimits: ReadLimits,
    private readonly setLimits: SetLimits,
    private readonly excludeAccount: ExcludeAccount,
  ) {}

  /** Every limit on the account with its room, and what it will become. */
  @Get('limits')
  @Requires('limit.read')
  @ApiOkResponse({ standardSchema: accountLimits })
  read(@Param('accountId', { schema: id }) accountId: string): Promise<AccountLimits> {
    return this.readLimits.read(accountId);
  }

  /** Replaces the layer. Lowering binds at once; raising or leaving out binds after 24 hours and can be withdrawn. */
  @Put('limits/:layer')
  @Requires('limit.write')
  @ApiOkResponse({ standardSchema: accountLimits })
  set(
    @Param('accountId', { schema: id }) accountId: string,
    @Param('layer', { schema: limitLayerParam }) layer: LimitLayerParam,
    @Body({ schema: limitsRequest }) { limits }: LimitsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<AccountLimits> {
    return this.setLimits.run({ accountId, layer, limits, actor, reason: null });
  }

  /** Nothing is bought or spent before `until`. It can be lengthened, never shortened. */
  @Post('exclusions')
  @HttpCode(200)
  @Requires('limit.write')
  @ApiOkResponse({ standardSchema: exclusion })
  exclude(
    @Param('accountId', { schema: id }) accountId: string,
    @Body({ schema: exclusionRequest }) { until }: ExclusionRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Exclusion> {
    return this.excludeAccount.run({ accountId, until: new Date(until), actor, reason: null });
  }
}
