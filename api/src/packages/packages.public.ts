/** What other features may use of the catalogue. */
export { CatalogueCache } from './catalogue-cache.js';
export { type InstalledCatalogue, installCatalogue } from './commands/install-catalogue.js';
export { PackagesModule } from './packages.module.js';
export { PURCHASED_PACKAGE_NAME, readCatalogue } from './persistence/catalogue.store.js';
