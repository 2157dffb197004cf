/** What other features may use of refunds. */
export { ApplyRefundNotice } from './commands/apply-refund-notice.js';
export { RequestRefund } from './commands/request-refund.js';
export { WorkOffBulk } from './commands/work-off-bulk.js';
export { WorkOffRefunds } from './commands/work-off-refunds.js';
export { readRefundViews } from './queries/refund-view.js';
export { RefundsModule } from './refunds.module.js';
