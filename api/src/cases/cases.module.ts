import { Module } from '@nestjs/common';
import { InstallCaseDefaults } from './commands/install-case-defaults.js';

@Module({
  providers: [InstallCaseDefaults],
})
export class CasesModule {}
