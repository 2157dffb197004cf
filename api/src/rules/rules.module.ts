import { Module } from '@nestjs/common';
import { ActOnRuleset } from './commands/act-on-ruleset.js';
import { AssignRule } from './commands/assign-rule.js';
import { CommentOnRuleset } from './commands/comment-on-ruleset.js';
import { DraftRuleset } from './commands/draft-ruleset.js';
import { EditDraft } from './commands/edit-draft.js';
import { InstallStarterRuleset } from './commands/install-starter-ruleset.js';
import { MakeLive } from './commands/make-live.js';
import { MoveRuleset } from './commands/move-ruleset.js';
import { ReleaseDueRulesets } from './commands/release-due-rulesets.js';
import { FoldShadowJob } from './jobs/fold-shadow.job.js';
import { ReleaseRulesetsJob } from './jobs/release-rulesets.job.js';
import { FindRules } from './queries/find-rules.js';
import { FindRulesets } from './queries/find-rulesets.js';
import { RulesetPage } from './queries/ruleset-page.js';
import { RulesetCache } from './ruleset-cache.js';
import { ShadowCache } from './shadow-cache.js';
import { StaffRulesController } from './staff-rules.controller.js';
import { StaffRulesetsController } from './staff-rulesets.controller.js';

@Module({
  controllers: [StaffRulesController, StaffRulesetsController],
  providers: [
    FindRules,
    FindRulesets,
    RulesetCache,
    ShadowCache,
    InstallStarterRuleset,
    ActOnRuleset,
    AssignRule,
    CommentOnRuleset,
    DraftRuleset,
    EditDraft,
    MakeLive,
    MoveRuleset,
    ReleaseDueRulesets,
    ReleaseRulesetsJob,
    FoldShadowJob,
    RulesetPage,
  ],
  exports: [RulesetCache, ShadowCache],
})
export class RulesModule {}
