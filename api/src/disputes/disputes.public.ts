/** What other features may use of disputes. */
export { DisputesModule } from './disputes.module.js';
