/** What other features may use of the money-back policies. */
export { MoneyBackPoliciesModule } from './money-back-policies.module.js';
export type { PolicyVersion } from './persistence/money-back-policies.store.js';
export { MoneyBackPolicies } from './queries/money-back-policies.js';
export { RiskWindows } from './risk-windows.js';
