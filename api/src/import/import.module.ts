import { Module } from '@nestjs/common';
import { DecisionsModule } from '../decisions/decisions.public.js';
import { ImportFile } from './commands/import-file.js';

/** History from files. It has no routes: whoever can read the file runs the command. */
@Module({ imports: [DecisionsModule], providers: [ImportFile], exports: [ImportFile] })
export class ImportModule {}
