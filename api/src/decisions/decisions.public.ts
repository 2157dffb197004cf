/** What other features may use of the decision path. */
export { EndHold } from './commands/end-hold.js';
export { RestoreCredit } from './commands/restore-credit.js';
export {
  type DecideOptions,
  Decider,
  type DecisionItem,
  type DecisionProblem,
  type DecisionResult,
} from './decider.js';
export { DecisionsModule } from './decisions.module.js';
export { walletView } from './persistence/stored-decision.js';
export { type TransactionHitRow, transactionHit, transactionsAmong } from './queries/transaction-hits.js';
export { TransactionPage, toSummary } from './queries/transaction-page.js';
