import { Module } from '@nestjs/common';
import { AddListEntry } from './commands/add-list-entry.js';
import { RemoveListEntry } from './commands/remove-list-entry.js';
import { ListsCache } from './lists-cache.js';
import { StaffListsController } from './staff-lists.controller.js';

@Module({
  controllers: [StaffListsController],
  providers: [ListsCache, AddListEntry, RemoveListEntry],
  exports: [ListsCache, AddListEntry, RemoveListEntry],
})
export class ListsModule {}
