/** What other features may use of the catalogue. */
export { CatalogueCache } from './catalogue-cache.js';
export { readCatalogue } from './persistence/catalogue.store.js';
