/** What other features, and whoever measures or tests, may use of backtests. */
export { BacktestsModule } from './backtests.module.js';
export { SumRuleLabels } from './commands/sum-rule-labels.js';
export { PastAccounts } from './engine/past-accounts.js';
export { PastLists } from './engine/past-lists.js';
export { type RunnerSettings, workOffBacktests } from './engine/work-off-backtests.js';
export { readLabels } from './persistence/labels.store.js';
