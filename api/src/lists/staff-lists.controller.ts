import {
  type ListEntryCreate,
  listEntryCreate,
  listEntryRemove,
  type StaffListEntry,
  shortText,
  staffListEntry,
} from '@coinwarden/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord, listStaffRecords } from '../platform/http/staff-list.js';
import { AddListEntry } from './commands/add-list-entry.js';
import { RemoveListEntry } from './commands/remove-list-entry.js';
import type { ListEntryRow } from './persistence/lists.store.js';
import { listEntriesFor, listEntryRecord } from './queries/list-records.js';

const removal = z.strictObject({ reason: shortText.optional() });

@ApiTags('staff: lists')
@Controller('staff/lists')
export class StaffListsController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly addListEntry: AddListEntry,
    private readonly removeListEntry: RemoveListEntry,
  ) {}

  /** Entries of the allow, block and watch lists. */
  @Get()
  @Requires('list.read')
  @ApiOkResponse({ standardSchema: z.array(staffListEntry) })
  async list(
    @CurrentStaff() actor: StaffActor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly StaffListEntry[]> {
    const page = await listStaffRecords(
      this.db,
      listEntriesFor(actor.permissions),
      query,
      (row: ListEntryRow) => listEntryRecord(row, actor),
    );
    return page.answer(reply);
  }

  @Get(':id')
  @Requires('list.read')
  @ApiOkResponse({ standardSchema: staffListEntry })
  async one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffListEntry> {
    const row = await findStaffRecord<ListEntryRow>(this.db, listEntriesFor(actor.permissions), id);
    if (!row) throw new ProblemError('record.unknown');
    return listEntryRecord(row, actor);
  }

  @Post()
  @Requires('list.write')
  @ApiCreatedResponse({ standardSchema: staffListEntry })
  add(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: listEntryCreate }) request: ListEntryCreate,
  ): Promise<StaffListEntry> {
    return this.addListEntry.execute(actor, request);
  }

  @Post(':id/actions/remove')
  @HttpCode(200)
  @Requires('list.write')
  @ApiOkResponse({ standardSchema: staffListEntry })
  remove(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: listEntryRemove }) { reason }: z.infer<typeof listEntryRemove>,
  ): Promise<StaffListEntry> {
    return this.removeListEntry.execute(actor, id, reason);
  }

  /** The same for clients that only speak REST; the reason may come as a query parameter. */
  @Delete(':id')
  @Requires('list.write')
  @ApiOkResponse({ standardSchema: staffListEntry })
  delete(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Query({ schema: removal }) { reason }: z.infer<typeof removal>,
  ): Promise<StaffListEntry> {
    return this.removeListEntry.execute(actor, id, reason ?? null);
  }
}
