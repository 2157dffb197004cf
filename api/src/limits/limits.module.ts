import { Module } from '@nestjs/common';
import { ExcludeAccount } from './commands/exclude-account.js';
import { SetLimits } from './commands/set-limits.js';
import { LimitPolicies } from './limit-policies.js';
import { LimitsController } from './limits.controller.js';
import { ReadLimits } from './queries/read-limits.js';
import { StaffLimitsController } from './staff-limits.controller.js';

@Module({
  controllers: [LimitsController, StaffLimitsController],
  providers: [LimitPolicies, ReadLimits, SetLimits, ExcludeAccount],
  exports: [LimitPolicies, ReadLimits],
})
export class LimitsModule {}
