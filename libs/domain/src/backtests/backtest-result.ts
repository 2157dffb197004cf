/** What a backtest found, as it is kept: plain numbers and texts, so that it can be stored and compared later. */
import { OUTCOMES, type Outcome } from '../decisions/transaction.js';
import type { Instant } from '../kernel/time.js';
import type { CompiledRule } from '../risk/compile-ruleset.js';
import type { Rule, RuleEffectType, RuleMode } from '../risk/rule.js';
import { type Caveat, caveatsOf } from './caveats.js';
import type { BacktestExample } from './example-sample.js';
import type { Unlabelled } from './label.js';
import type { BacktestTally } from './tally.js';
import type { ThresholdCurve } from './threshold-curve.js';
import { addLabels, type ByLabel, noLabels, precisionOf, recallOf } from './weight.js';

export interface RuleTally {
  readonly rule: Rule;
  readonly fired: ByLabel;
  /** Without it the outcome would have been another. */
  readonly decisive: ByLabel;
  /** No other rule with an effect fired. */
  alone: number;
  failed: number;
}

export interface DayResult {
  readonly at: Instant;
  evaluated: number;
  readonly before: Record<Outcome, number>;
  readonly after: Record<Outcome, number>;
  /** Reviewed or declined by the trial. */
  readonly caught: ByLabel;
  /** Known fraud it would have let through. */
  missed: number;
}

export interface RuleResult {
  readonly key: string;
  readonly description: string;
  readonly mode: RuleMode;
  readonly effect: RuleEffectType;
  readonly score: number;
  readonly fired: ByLabel;
  readonly decisive: ByLabel;
  readonly alone: number;
  readonly failed: number;
  readonly precision: number | null;
  /** Of the known fraud of the kinds it looks at. */
  readonly recall: number | null;
}

/** How well one side tells fraud from the rest: reviewed or declined counts as caught. */
export interface Quality {
  readonly caught: ByLabel;
  readonly precision: number | null;
  readonly recall: number | null;
}

export interface KnobResult {
  readonly ruleKey: string;
  readonly expression: string;
  readonly start: number;
  readonly end: number;
  readonly curve: ThresholdCurve;
}

export interface BacktestResult {
  readonly evaluated: number;
  readonly refusedBefore: number;
  readonly warmedUp: number;
  readonly labels: ByLabel;
  /** Why what is unknown is unknown. */
  readonly silence: Readonly<Record<Unlabelled, number>>;
  readonly before: Readonly<Record<Outcome, ByLabel>>;
  readonly after: Readonly<Record<Outcome, ByLabel>>;
  readonly quality: { readonly before: Quality; readonly after: Quality };
  readonly changes: readonly { readonly from: Outcome; readonly to: Outcome; readonly labels: ByLabel }[];
  readonly rules: readonly RuleResult[];
  /** How often a rule of the trial fired together with a rule of the live version. */
  readonly overlap: readonly { readonly rule: string; readonly live: string; readonly both: number }[];
  readonly days: readonly DayResult[];
  readonly fidelity: {
    readonly compared: number;
    readonly same: number;
    readonly otherOutcome: number;
    readonly otherScore: number;
    readonly otherRules: number;
  };
  readonly thresholds: { readonly review: ThresholdCurve; readonly decline: ThresholdCurve };
  readonly knobs: readonly KnobResult[];
  readonly examples: readonly BacktestExample[];
  readonly caveats: readonly Caveat[];
}

export function resultOf(tally: BacktestTally): BacktestResult {
  const { candidate } = tally.trial;
  return {
    evaluated: tally.evaluated,
    refusedBefore: tally.refusedBefore,
    warmedUp: tally.warmedUp,
    labels: tally.labels,
    silence: tally.silence,
    before: tally.before,
    after: tally.after,
    quality: { before: qualityOf(tally.before, tally.labels), after: qualityOf(tally.after, tally.labels) },
    changes: OUTCOMES.flatMap((from) =>
      OUTCOMES.flatMap((to) => {
        const labels = tally.changes.get(`${from}>${to}`);
        return labels ? [{ from, to, labels }] : [];
      }),
    ),
    rules: [...tally.rules.values()].map((one) => ruleResult(one, tally)),
    overlap: [...tally.overlap].map(([pair, both]) => {
      const [rule, live] = pair.split('>') as [string, string];
      return { rule, live, both };
    }),
    days: [...tally.days.values()].sort((a, b) => a.at - b.at),
    fidelity: tally.fidelity,
    thresholds: {
      review: tally.reviewScores.curve(tally.labels, (at) => at > 0 && at < candidate.declineScore),
      decline: tally.declineScores.curve(tally.labels, (at) => at > candidate.reviewScore),
    },
    knobs: tally.knobs.map(({ knob, sweep }) => ({
      ruleKey: knob.rule.key,
      expression: knob.expression,
      start: knob.start,
      end: knob.end,
      curve: sweep.curve(lookedAt(knob.rule, tally)),
    })),
    examples: tally.examples.all(),
    caveats: caveatsOf((Object.values(candidate.byKind) as (readonly CompiledRule[])[]).flat()),
  };
}

function qualityOf(outcomes: Readonly<Record<Outcome, ByLabel>>, all: ByLabel): Quality {
  const caught = noLabels();
  addLabels(caught, outcomes.review);
  addLabels(caught, outcomes.decline);
  return { caught, precision: precisionOf(caught), recall: recallOf(caught, all) };
}

function ruleResult({ rule, fired, decisive, alone, failed }: RuleTally, tally: BacktestTally): RuleResult {
  return {
    key: rule.key,
    description: rule.description,
    mode: rule.mode,
    effect: rule.effect.type,
    score: rule.effect.score,
    fired,
    decisive,
    alone,
    failed,
    precision: precisionOf(fired),
    recall: recallOf(fired, lookedAt(rule, tally)),
  };
}

/** Everything of the kinds a rule looks at. */
function lookedAt({ kinds }: Rule, { labels, labelsByKind }: BacktestTally): ByLabel {
  if (kinds === undefined) return labels;
  const sum = noLabels();
  for (const kind of kinds) {
    const some = labelsByKind.get(kind);
    if (some) addLabels(sum, some);
  }
  return sum;
}
