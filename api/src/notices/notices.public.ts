/** What other features may use of provider notices. */
export { ProcessNotices } from './commands/process-notices.js';
export { ReceiveNotice } from './commands/receive-notice.js';
export { NoticesModule } from './notices.module.js';
