/** What other features may use of links. */
export { FoldTransfers } from './commands/fold-transfers.js';
export { GatherTransfers } from './commands/gather-transfers.js';
export { LinksModule } from './links.module.js';
