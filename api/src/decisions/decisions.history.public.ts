/** What a replay of history reads of decisions. It loads no framework: every backtest is a process that has to start. */
export {
  PAST_DECISION_COLUMNS,
  type PastDecisionRow,
  pastDecisionOf,
  REMEMBERED_COLUMNS,
  type RememberedRow,
  rememberedDecisionOf,
} from './queries/past-decisions.js';
