import { Module } from '@nestjs/common';
import { RaiseSuspicionsJob } from './jobs/raise-suspicions.job.js';
import { AccountSecurityPage } from './queries/account-security.js';
import { StaffSecurityController } from './staff-security.controller.js';

@Module({
  controllers: [StaffSecurityController],
  providers: [AccountSecurityPage, RaiseSuspicionsJob],
})
export class SecurityModule {}
