import { Module } from '@nestjs/common';
import { ChangePolicies } from './commands/change-policies.js';
import { EndOverride } from './commands/end-override.js';
import { EndPolicy } from './commands/end-policy.js';
import { ExcludeAccount } from './commands/exclude-account.js';
import { OverrideLimit } from './commands/override-limit.js';
import { SetLimits } from './commands/set-limits.js';
import { SetPolicy } from './commands/set-policy.js';
import { NoticeLimitsJob } from './jobs/notice-limits.job.js';
import { SweepLimitNoticesJob } from './jobs/sweep-limit-notices.job.js';
import { LimitPolicies } from './limit-policies.js';
import { LimitsController } from './limits.controller.js';
import { LimitPolicyRecords } from './queries/limit-policy-records.js';
import { PersonalLimitRecords } from './queries/personal-limit-records.js';
import { PreviewPolicy } from './queries/preview-policy.js';
import { ReadLimits } from './queries/read-limits.js';
import { SpendingAnswers } from './queries/spending-answer.js';
import { StaffLimitOverridesController } from './staff-limit-overrides.controller.js';
import { StaffLimitPoliciesController } from './staff-limit-policies.controller.js';
import { StaffLimitsController } from './staff-limits.controller.js';

@Module({
  controllers: [
    LimitsController,
    StaffLimitsController,
    StaffLimitOverridesController,
    StaffLimitPoliciesController,
  ],
  providers: [
    LimitPolicies,
    LimitPolicyRecords,
    PreviewPolicy,
    ReadLimits,
    PersonalLimitRecords,
    SpendingAnswers,
    ChangePolicies,
    SetPolicy,
    EndPolicy,
    SetLimits,
    OverrideLimit,
    EndOverride,
    ExcludeAccount,
    NoticeLimitsJob,
    SweepLimitNoticesJob,
  ],
  exports: [LimitPolicies, ReadLimits],
})
export class LimitsModule {}
