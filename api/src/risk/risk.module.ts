import { Module } from '@nestjs/common';
import { AddListEntry } from './commands/add-list-entry.js';
import { RecordAccountEvent } from './commands/record-account-event.js';
import { RemoveListEntry } from './commands/remove-list-entry.js';
import { EventsController } from './events.controller.js';
import { ListsController } from './lists.controller.js';
import { ListsCache } from './lists-cache.js';

@Module({
  controllers: [EventsController, ListsController],
  providers: [ListsCache, RecordAccountEvent, AddListEntry, RemoveListEntry],
  exports: [ListsCache, RecordAccountEvent],
})
export class RiskModule {}
