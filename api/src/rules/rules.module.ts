import { Module } from '@nestjs/common';
import { InstallStarterRuleset } from './commands/install-starter-ruleset.js';
import { RulesetCache } from './ruleset-cache.js';
import { StaffRulesController } from './staff-rules.controller.js';

@Module({
  controllers: [StaffRulesController],
  providers: [RulesetCache, InstallStarterRuleset],
  exports: [RulesetCache],
})
export class RulesModule {}
