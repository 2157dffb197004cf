import { Module } from '@nestjs/common';
import { AddListEntry } from './commands/add-list-entry.js';
import { InstallStarterRuleset } from './commands/install-starter-ruleset.js';
import { RecordAccountEvent } from './commands/record-account-event.js';
import { RemoveListEntry } from './commands/remove-list-entry.js';
import { EventsController } from './events.controller.js';
import { ListsController } from './lists.controller.js';
import { ListsCache } from './lists-cache.js';
import { RulesController } from './rules.controller.js';
import { RulesetCache } from './ruleset-cache.js';

@Module({
  controllers: [EventsController, RulesController, ListsController],
  providers: [
    RulesetCache,
    ListsCache,
    InstallStarterRuleset,
    RecordAccountEvent,
    AddListEntry,
    RemoveListEntry,
  ],
  exports: [RulesetCache, ListsCache, RecordAccountEvent],
})
export class RiskModule {}
