import { Module } from '@nestjs/common';
import { PreviewSettlement } from './commands/preview-settlement.js';
import { SettlePurchase } from './commands/settle-purchase.js';
import { RefundablePurchases } from './queries/refundable-purchases.js';

const PROVIDERS = [SettlePurchase, PreviewSettlement, RefundablePurchases];

@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class ClawbackModule {}
