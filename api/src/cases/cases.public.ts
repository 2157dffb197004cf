/** What other features may use of cases. */
export { CasesModule } from './cases.module.js';
export { raiseAlerts } from './commands/raise-alerts.js';
