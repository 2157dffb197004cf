import { Readable } from 'node:stream';
import {
  type ListEntryCreate,
  type ListEntryEdit,
  type ListUploadAnswer,
  type ListUploadRequest,
  listEntryCreate,
  listEntryEdit,
  listEntryRemove,
  listUploadAnswer,
  listUploadRequest,
  type StaffListEntry,
  shortText,
  staffListEntry,
  staffListHit,
} from '@coinwarden/contracts';
import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { AddListEntry } from './commands/add-list-entry.js';
import { EditListEntry } from './commands/edit-list-entry.js';
import { RemoveListEntry } from './commands/remove-list-entry.js';
import { UploadListEntries } from './commands/upload-list-entries.js';
import { ExportLists } from './queries/export-lists.js';
import { ListEntryPage } from './queries/list-entry-page.js';
import { LIST_HITS, listHitRecord } from './queries/list-records.js';

const removal = z.strictObject({ reason: shortText.optional() });
const exported = z.strictObject({ filter: z.string().max(20_000).optional() });

@ApiTags('staff: lists')
@Controller('staff')
export class StaffListsController {
  constructor(
    private readonly page: ListEntryPage,
    private readonly exportLists: ExportLists,
    private readonly addListEntry: AddListEntry,
    private readonly editListEntry: EditListEntry,
    private readonly removeListEntry: RemoveListEntry,
    private readonly uploadListEntries: UploadListEntries,
  ) {}

  /** Entries of the allow, block and watch lists. */
  @Get('lists')
  @Requires('list.read')
  @Lists(staffListEntry)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return this.page.list(actor);
  }

  /** The entries a filter finds, as CSV. Values are masked as they are in the list. */
  @Get('lists/export')
  @Requires('list.read')
  @Header('Content-Disposition', 'attachment; filename="lists.csv"')
  @ApiProduces('text/csv')
  async export(
    @CurrentStaff() actor: StaffActor,
    @Query({ schema: exported }) { filter }: z.infer<typeof exported>,
  ): Promise<StreamableFile> {
    const lines = await this.exportLists.open(actor, filter);
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
    });
  }

  @Get('lists/:id')
  @Requires('list.read')
  @ApiOkResponse({ standardSchema: staffListEntry })
  one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffListEntry> {
    return this.page.one(actor, id);
  }

  /** The latest decisions and scans that entries matched. */
  @Get('list-hits')
  @Requires('list.read')
  @Lists(staffListHit)
  hits(): StaffList {
    return listOf(LIST_HITS, listHitRecord);
  }

  @Post('lists')
  @Requires('list.write')
  @ApiCreatedResponse({ standardSchema: staffListEntry })
  async add(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: listEntryCreate }) request: ListEntryCreate,
  ): Promise<StaffListEntry> {
    return this.page.one(actor, await this.addListEntry.execute(actor, request));
  }

  /** Up to 100,000 entries at once; with `dryRun`, only what would become of them. */
  @Post('lists/batch')
  @HttpCode(200)
  @Requires('list.write')
  @ApiOkResponse({ standardSchema: listUploadAnswer })
  upload(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: listUploadRequest }) request: ListUploadRequest,
  ): Promise<ListUploadAnswer> {
    return this.uploadListEntries.execute(actor, request);
  }

  /** Changes an entry's reason, its expiry or both. */
  @Post('lists/:id/actions/edit')
  @HttpCode(200)
  @Requires('list.write')
  @ApiOkResponse({ standardSchema: staffListEntry })
  async edit(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: listEntryEdit }) edit: ListEntryEdit,
  ): Promise<StaffListEntry> {
    await this.editListEntry.execute(actor, id, edit);
    return this.page.one(actor, id);
  }

  @Post('lists/:id/actions/remove')
  @HttpCode(200)
  @Requires('list.write')
  @ApiOkResponse({ standardSchema: staffListEntry })
  async remove(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: listEntryRemove }) { reason }: z.infer<typeof listEntryRemove>,
  ): Promise<StaffListEntry> {
    const entry = await this.page.one(actor, id);
    await this.removeListEntry.execute(actor, id, reason);
    return { ...entry, allowedActions: [] };
  }

  /** The same for clients that only speak REST; the reason may come as a query parameter. */
  @Delete('lists/:id')
  @Requires('list.write')
  @ApiOkResponse({ standardSchema: staffListEntry })
  async delete(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Query({ schema: removal }) { reason }: z.infer<typeof removal>,
  ): Promise<StaffListEntry> {
    const entry = await this.page.one(actor, id);
    await this.removeListEntry.execute(actor, id, reason ?? null);
    return { ...entry, allowedActions: [] };
  }
}
