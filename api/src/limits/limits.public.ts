/** What other features may use of the spending limits. */
export { LimitPolicies } from './limit-policies.js';
export { LimitsModule } from './limits.module.js';
export { limitsOf } from './persistence/account-limits.store.js';
export { ReadLimits } from './queries/read-limits.js';
