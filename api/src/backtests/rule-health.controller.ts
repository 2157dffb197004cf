import {
  type RuleHealthDetail,
  type RuleHealthQuery,
  type RuleHealthReport,
  ruleHealthDetail,
  ruleHealthQuery,
  ruleHealthReport,
} from '@coinwarden/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/access/requires.js';
import { RuleHealthFigures } from './queries/rule-health.js';

@ApiTags('staff: rules')
@Controller('staff/rule-health')
export class RuleHealthController {
  constructor(private readonly health: RuleHealthFigures) {}

  /** How every rule of the live version fares, those that need somebody first. */
  @Get()
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: ruleHealthReport })
  report(@Query({ schema: ruleHealthQuery }) { days }: RuleHealthQuery): Promise<RuleHealthReport> {
    return this.health.report(days);
  }

  /** What it takes longer to find out about one rule. */
  @Get(':key')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: ruleHealthDetail })
  detail(
    @Param('key') key: string,
    @Query({ schema: ruleHealthQuery }) { days }: RuleHealthQuery,
  ): Promise<RuleHealthDetail> {
    return this.health.detail(key, days);
  }
}
