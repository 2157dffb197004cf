/** What other features may use of cases. */
export { CasesModule } from './cases.module.js';
export { HandleCase } from './commands/handle-case.js';
export { OpenAppeal } from './commands/open-appeal.js';
export { raiseAlerts } from './commands/raise-alerts.js';
export { RaiseHeld } from './commands/raise-held.js';
export { resolveAlert } from './commands/resolve-alert.js';
export { TendCases } from './commands/tend-cases.js';
export { readCasesTold } from './queries/case-told.js';
