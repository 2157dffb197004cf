import {
  CAVEATS,
  COMPARISONS,
  LABEL_CLASSES,
  OUTCOMES,
  RULE_EFFECTS,
  RULE_MODES,
  SUGGESTION_REASONS,
  TRANSACTION_KINDS,
} from '@coinwarden/domain';
import { z } from 'zod';
import { instant } from '../primitives.js';

const outcome = z.enum(OUTCOMES);
const count = z.int().min(0);
const share = z.number().min(0).max(1).nullable();
const weight = z
  .object({ transactions: count, usdMinor: count, coins: count })
  .meta({ id: 'BacktestWeight' });
/** Apart by what is known: labelled, presumed good because nobody complained in time, or unknown. */
const byLabel = z.record(z.enum(LABEL_CLASSES), weight).meta({ id: 'BacktestByLabel' });
const byOutcome = z.record(outcome, byLabel);
const outcomeCounts = z.record(outcome, count);
const quality = z.object({ caught: byLabel, precision: share, recall: share });

const curvePoint = z.object({
  threshold: z.number(),
  fraud: weight,
  good: weight,
  unknown: weight,
  precision: share,
  recall: share,
});
const curve = z
  .object({
    comparison: z.enum(COMPARISONS),
    current: z.number(),
    points: z.array(curvePoint),
    suggestions: z.array(z.object({ reason: z.enum(SUGGESTION_REASONS), threshold: z.number() })),
  })
  .meta({ id: 'ThresholdCurve' });
export type ThresholdCurveView = z.infer<typeof curve>;

/** One number of a rule at every threshold; `start` and `end` are its place in the condition. */
export const backtestKnob = z
  .object({ ruleKey: z.string(), expression: z.string(), start: count, end: count, curve })
  .meta({ id: 'BacktestKnob' });
export type BacktestKnob = z.infer<typeof backtestKnob>;

const ruleResult = z
  .object({
    key: z.string(),
    description: z.string(),
    mode: z.enum(RULE_MODES),
    effect: z.enum(RULE_EFFECTS),
    score: z.int(),
    fired: byLabel,
    /** Without it the outcome would have been another. */
    decisive: byLabel,
    /** No other rule with an effect fired. */
    alone: count,
    failed: count,
    precision: share,
    recall: share,
  })
  .meta({ id: 'BacktestRuleResult' });

const example = z.object({
  transactionId: z.string(),
  accountId: z.string(),
  kind: z.enum(TRANSACTION_KINDS),
  at: instant,
  usdMinor: count,
  coins: count,
  label: z.enum(LABEL_CLASSES),
  before: outcome,
  after: outcome,
  score: count,
  rules: z.array(z.string()),
});

/** `GET /staff/backtests/{id}/result` */
export const backtestResult = z
  .object({
    evaluated: count,
    /** Refused by a restriction, a limit, a price or for lack of funds: no rule was asked, then or now. */
    refusedBefore: count,
    warmedUp: count,
    labels: byLabel,
    silence: z.object({ immature: count, stopped: count, unheard: count }),
    before: byOutcome,
    after: byOutcome,
    quality: z.object({ before: quality, after: quality }),
    changes: z.array(z.object({ from: outcome, to: outcome, labels: byLabel })),
    rules: z.array(ruleResult),
    overlap: z.array(z.object({ rule: z.string(), live: z.string(), both: count })),
    days: z.array(
      z.object({
        at: instant,
        evaluated: count,
        before: outcomeCounts,
        after: outcomeCounts,
        caught: byLabel,
        missed: count,
      }),
    ),
    /** How often the replay of the live version says what it said then. */
    fidelity: z.object({
      compared: count,
      same: count,
      otherOutcome: count,
      otherScore: count,
      otherRules: count,
    }),
    thresholds: z.object({ review: curve, decline: curve }),
    knobs: z.array(backtestKnob),
    examples: z.array(example),
    /** Facts that could not be put together exactly as they were, and the rules that read them. */
    caveats: z.array(
      z.object({ code: z.enum(CAVEATS), facts: z.array(z.string()), rules: z.array(z.string()) }),
    ),
  })
  .meta({ id: 'BacktestResult' });
export type BacktestResultView = z.infer<typeof backtestResult>;

export const backtestFigures = z
  .object({
    evaluated: count,
    precision: share,
    recall: share,
    caughtTransactions: count,
    caughtUsdMinor: count,
    caughtCoins: count,
    mistakenTransactions: count,
    mistakenUsdMinor: count,
    mistakenCoins: count,
    reviewed: count,
    declined: count,
  })
  .meta({ id: 'BacktestFigures' });
export type BacktestFiguresView = z.infer<typeof backtestFigures>;

export const backtestComparisonQuery = z.strictObject({ first: z.uuid(), second: z.uuid() });

/** `GET /staff/backtests/compare?first=&second=` */
export const backtestComparison = z
  .object({
    sameSlice: z.boolean(),
    first: backtestFigures,
    second: backtestFigures,
    rules: z.array(
      z.object({ key: z.string(), first: ruleResult.nullable(), second: ruleResult.nullable() }),
    ),
  })
  .meta({ id: 'BacktestComparison' });
export type BacktestComparisonView = z.infer<typeof backtestComparison>;
