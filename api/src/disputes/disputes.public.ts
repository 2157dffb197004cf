/** What other features may use of disputes. */
export { AnswerDispute } from './commands/answer-dispute.js';
export { ApplyDisputeNotice } from './commands/apply-dispute-notice.js';
export { ApplyFraudWarning } from './commands/apply-fraud-warning.js';
export { ReviewDisputes } from './commands/review-disputes.js';
export { SendAnswers } from './commands/send-answers.js';
export { DisputesModule } from './disputes.module.js';
export { BuildEvidence } from './evidence/build-evidence.js';
export { readDisputeViews } from './queries/dispute-view.js';
