/** What other features may use of the money-back policies. */
export { MoneyBackPoliciesModule } from './money-back-policies.module.js';
