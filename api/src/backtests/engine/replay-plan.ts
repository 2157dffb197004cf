import { type BacktestSlice, compileSound, knobsOf, prepareTrial } from '@coinwarden/domain';
import type { BacktestQuestion } from '../persistence/backtests.store.js';
import type { ReplayPlan } from './replay-history.js';

/** What a stretch of a backtest is replayed by, as it can be sent to another thread. */
export interface StretchOrder {
  readonly question: Pick<BacktestQuestion, 'candidate' | 'live' | 'baseline' | 'maturityDays' | 'tuneRules'>;
  readonly stretch: BacktestSlice;
  /** When the labels are read. */
  readonly asOf: number;
  /** Entities of velocity kept in memory before some are put aside. */
  readonly generationSize?: number | undefined;
}

/** Both rulesets were compiled once when the backtest was asked for. */
export function planOf({ question, stretch, asOf, generationSize }: StretchOrder): ReplayPlan {
  const { candidate, live, baseline, maturityDays, tuneRules } = question;
  return {
    slice: stretch,
    baseline,
    maturityDays,
    asOf,
    trial: prepareTrial(compileSound(candidate).compiled, compileSound(live).compiled),
    knobs: candidate.rules
      .filter(({ key, mode }) => mode !== 'off' && tuneRules.includes(key))
      .flatMap(knobsOf),
    generationSize,
  };
}
