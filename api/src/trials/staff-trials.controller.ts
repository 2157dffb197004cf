import {
  type RulesetTry,
  type RuleTry,
  rulesetTry,
  ruleTry,
  type TriedRulesetView,
  type TriedRuleView,
  triedRule,
  triedRuleset,
} from '@coinwarden/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { TryRules } from './queries/try-rules.js';

@ApiTags('staff: rules')
@Controller('staff')
export class StaffTrialsController {
  constructor(private readonly tryRules: TryRules) {}

  /** Whether a rule would have fired on a transaction of the past, part by part. Nothing is written. */
  @Post('rules/try')
  @HttpCode(200)
  @Requires('rule.write')
  @ApiOkResponse({ standardSchema: triedRule })
  rule(@CurrentStaff() actor: StaffActor, @Body({ schema: ruleTry }) body: RuleTry): Promise<TriedRuleView> {
    return this.tryRules.rule(actor, body.transactionId, body.rule);
  }

  /** What a version would have decided on a transaction of the past. Nothing is written. */
  @Post('rulesets/:id/try')
  @HttpCode(200)
  @Requires('rule.write')
  @ApiOkResponse({ standardSchema: triedRuleset })
  version(
    @Param('id') id: string,
    @Body({ schema: rulesetTry }) { transactionId }: RulesetTry,
  ): Promise<TriedRulesetView> {
    if (!/^\d{1,9}$/.test(id)) throw new ProblemError('record.unknown');
    return this.tryRules.version(Number(id), transactionId);
  }
}
