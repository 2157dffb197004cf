import {
  type AccountNote,
  type AccountNoteRequest,
  accountNote,
  accountNoteRequest,
} from '@coinwarden/contracts';
import { NOTE_ACTIONS, type NoteAction } from '@coinwarden/domain';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { ActOnNote } from './commands/act-on-note.js';
import { WriteAccountNote } from './commands/write-account-note.js';
import type { AccountNoteRow } from './persistence/account-notes.store.js';
import { ACCOUNT_NOTES, noteView } from './queries/account-note-records.js';

@ApiTags('staff: accounts')
@Controller('staff/account-notes')
export class StaffAccountNotesController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly writeNote: WriteAccountNote,
    private readonly actOnNote: ActOnNote,
  ) {}

  @Get()
  @Requires('account.read')
  @Lists(accountNote)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return listOf(ACCOUNT_NOTES, noteView(actor));
  }

  @Get(':id')
  @Requires('account.read')
  @ApiOkResponse({ standardSchema: accountNote })
  async one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<AccountNote> {
    const row = await findStaffRecord<AccountNoteRow>(this.db, ACCOUNT_NOTES, id);
    if (!row) throw new ProblemError('record.unknown', `There is no note ${id}.`);
    return noteView(actor)(row);
  }

  @Post()
  @Requires('account.note')
  @ApiCreatedResponse({ standardSchema: accountNote })
  async write(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: accountNoteRequest }) request: AccountNoteRequest,
  ): Promise<AccountNote> {
    return noteView(actor)(await this.writeNote.run(actor, request));
  }

  @Post(':id/actions/:action')
  @HttpCode(200)
  @Requires('account.note')
  @ApiOkResponse({ standardSchema: accountNote })
  async act(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Param('action', { schema: z.enum(NOTE_ACTIONS) }) action: NoteAction,
  ): Promise<AccountNote> {
    return noteView(actor)(await this.actOnNote.run(actor, id, action));
  }

  /** Takes the note back. */
  @Delete(':id')
  @Requires('account.note')
  @ApiOkResponse({ standardSchema: accountNote })
  async retract(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<AccountNote> {
    return noteView(actor)(await this.actOnNote.run(actor, id, 'retract'));
  }
}
