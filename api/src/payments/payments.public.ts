/** What other features may use of the payment providers. */
export { PaymentsModule } from './payments.module.js';
