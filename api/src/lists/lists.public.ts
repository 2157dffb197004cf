/** What other features may use of lists. */
export { AddListEntry } from './commands/add-list-entry.js';
export { RemoveListEntry } from './commands/remove-list-entry.js';
export { ListsModule } from './lists.module.js';
export { ListsCache } from './lists-cache.js';
export { insertListHits, type ListHit } from './persistence/list-hits.store.js';
