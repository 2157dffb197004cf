import { Module } from '@nestjs/common';
import { PreviewSettlement } from './commands/preview-settlement.js';
import { SettlePurchase } from './commands/settle-purchase.js';
import { SettleAgainJob } from './jobs/settle-again.job.js';
import { RefundablePurchases } from './queries/refundable-purchases.js';

const PROVIDERS = [SettlePurchase, PreviewSettlement, RefundablePurchases];

@Module({ providers: [...PROVIDERS, SettleAgainJob], exports: PROVIDERS })
export class ClawbackModule {}
