import { Module } from '@nestjs/common';
import { MoneyBackPoliciesModule } from '../money-back-policies/money-back-policies.public.js';
import { PreviewSettlement } from './commands/preview-settlement.js';
import { SettlePurchase } from './commands/settle-purchase.js';
import { SettleAgainJob } from './jobs/settle-again.job.js';
import { RefundablePurchases } from './queries/refundable-purchases.js';
import { StaffSettlementsController } from './staff-settlements.controller.js';

const PROVIDERS = [SettlePurchase, PreviewSettlement, RefundablePurchases];

@Module({
  controllers: [StaffSettlementsController],
  imports: [MoneyBackPoliciesModule],
  providers: [...PROVIDERS, SettleAgainJob],
  exports: PROVIDERS,
})
export class ClawbackModule {}
