/** What other features may use of risk. */
export { RecordAccountEvent } from './commands/record-account-event.js';
export { type Report, ReportedTexts } from './commands/reported-texts.js';
export { lockVelocity, writeVelocity } from './persistence/velocity.store.js';
export { RiskModule } from './risk.module.js';
