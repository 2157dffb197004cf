/** What other features may use of the clawback. */
export { ClawbackModule } from './clawback.module.js';
export { PreviewSettlement } from './commands/preview-settlement.js';
export { type SettlementRequest, type SettlementResult, SettlePurchase } from './commands/settle-purchase.js';
export { moneyBackOf } from './queries/money-back-of.js';
export {
  type PurchaseKey,
  type RefundablePurchase,
  RefundablePurchases,
} from './queries/refundable-purchases.js';
