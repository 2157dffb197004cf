/** What other features may use of lists. */
export { ListsModule } from './lists.module.js';
export { ListsCache } from './lists-cache.js';
