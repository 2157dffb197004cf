import { Module } from '@nestjs/common';
import { InstallDefaultPolicies } from './commands/install-default-policies.js';
import { ReleasePolicy } from './commands/release-policy.js';
import { MoneyBackPolicies } from './queries/money-back-policies.js';
import { RiskWindows } from './risk-windows.js';
import { StaffMoneyBackPoliciesController } from './staff-money-back-policies.controller.js';

@Module({
  controllers: [StaffMoneyBackPoliciesController],
  providers: [MoneyBackPolicies, RiskWindows, InstallDefaultPolicies, ReleasePolicy],
  exports: [MoneyBackPolicies, RiskWindows],
})
export class MoneyBackPoliciesModule {}
