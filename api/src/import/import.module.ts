import { Module } from '@nestjs/common';
import { ImportFile } from './commands/import-file.js';

/** History from files. It has no routes: whoever can read the file runs the command. */
@Module({ providers: [ImportFile], exports: [ImportFile] })
export class ImportModule {}
