import { Module } from '@nestjs/common';
import { AddListEntry } from './commands/add-list-entry.js';
import { ChangeLists } from './commands/change-lists.js';
import { EditListEntry } from './commands/edit-list-entry.js';
import { RemoveListEntry } from './commands/remove-list-entry.js';
import { UploadListEntries } from './commands/upload-list-entries.js';
import { CountListHitsJob } from './jobs/count-list-hits.job.js';
import { ForgetListChangesJob } from './jobs/forget-list-changes.job.js';
import { ForgetListHitsJob } from './jobs/forget-list-hits.job.js';
import { ListsCache } from './lists-cache.js';
import { ExportLists } from './queries/export-lists.js';
import { FindEntries } from './queries/find-entries.js';
import { ListEntryPage } from './queries/list-entry-page.js';
import { StaffListsController } from './staff-lists.controller.js';

@Module({
  controllers: [StaffListsController],
  providers: [
    FindEntries,
    ListsCache,
    ChangeLists,
    AddListEntry,
    EditListEntry,
    RemoveListEntry,
    UploadListEntries,
    ListEntryPage,
    ExportLists,
    CountListHitsJob,
    ForgetListChangesJob,
    ForgetListHitsJob,
  ],
  exports: [ListsCache, AddListEntry, RemoveListEntry],
})
export class ListsModule {}
