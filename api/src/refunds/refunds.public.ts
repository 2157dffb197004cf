/** What other features may use of refunds. */
export { RefundsModule } from './refunds.module.js';
