/** What other features may use of cases. */
export { CasesModule } from './cases.module.js';
export { raiseAlerts } from './commands/raise-alerts.js';
export { RaiseHeld } from './commands/raise-held.js';
export { TendCases } from './commands/tend-cases.js';
