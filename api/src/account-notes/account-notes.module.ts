import { Module } from '@nestjs/common';
import { ActOnNote } from './commands/act-on-note.js';
import { WriteAccountNote } from './commands/write-account-note.js';
import { StaffAccountNotesController } from './staff-account-notes.controller.js';

@Module({
  controllers: [StaffAccountNotesController],
  providers: [ActOnNote, WriteAccountNote],
})
export class AccountNotesModule {}
