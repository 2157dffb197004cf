import { Module } from '@nestjs/common';
import { ChangePolicies } from './commands/change-policies.js';
import { EndPolicy } from './commands/end-policy.js';
import { ExcludeAccount } from './commands/exclude-account.js';
import { SetLimits } from './commands/set-limits.js';
import { SetPolicy } from './commands/set-policy.js';
import { LimitPolicies } from './limit-policies.js';
import { LimitsController } from './limits.controller.js';
import { LimitPolicyRecords } from './queries/limit-policy-records.js';
import { PreviewPolicy } from './queries/preview-policy.js';
import { ReadLimits } from './queries/read-limits.js';
import { StaffLimitPoliciesController } from './staff-limit-policies.controller.js';
import { StaffLimitsController } from './staff-limits.controller.js';

@Module({
  controllers: [LimitsController, StaffLimitsController, StaffLimitPoliciesController],
  providers: [
    LimitPolicies,
    LimitPolicyRecords,
    PreviewPolicy,
    ReadLimits,
    ChangePolicies,
    SetPolicy,
    EndPolicy,
    SetLimits,
    ExcludeAccount,
  ],
  exports: [LimitPolicies, ReadLimits],
})
export class LimitsModule {}
