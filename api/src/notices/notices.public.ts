/** What other features may use of provider notices. */
export { NoticesModule } from './notices.module.js';
