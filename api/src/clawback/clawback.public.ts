/** What other features may use of the clawback. */
export { ClawbackModule } from './clawback.module.js';
