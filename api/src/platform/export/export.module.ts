import { Global, Module } from '@nestjs/common';
import { ExportGate } from './export-gate.js';
import { ExportList } from './export-list.js';

@Global()
@Module({ providers: [ExportGate, ExportList], exports: [ExportList] })
export class ExportModule {}
