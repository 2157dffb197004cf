/** What other features may use of refunds. */
export { ActOnRefund } from './commands/act-on-refund.js';
export { ApplyRefundNotice } from './commands/apply-refund-notice.js';
export { CallBackRefunds } from './commands/call-back-refunds.js';
export { RequestRefund } from './commands/request-refund.js';
export { WorkOffBulk } from './commands/work-off-bulk.js';
export { WorkOffRefunds } from './commands/work-off-refunds.js';
export { RefundPreviews } from './queries/refund-previews.js';
export { readRefundViews } from './queries/refund-view.js';
export { RefundsModule } from './refunds.module.js';
