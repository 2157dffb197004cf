/** What other features may use of content. */
export { type ContentItem, ScanContent } from './commands/scan-content.js';
export { ContentModule } from './content.module.js';
