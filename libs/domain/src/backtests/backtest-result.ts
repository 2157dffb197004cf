/** What a backtest found, as it is kept: plain numbers and texts, so that it can be stored and compared later. */
import { OUTCOMES, type Outcome } from '../decisions/transaction.js';
import type { Instant } from '../kernel/time.js';
import type { CompiledRule } from '../risk/compile-ruleset.js';
import type { Rule, RuleEffectType, RuleMode } from '../risk/rule.js';
import { type Caveat, caveatsOf } from './caveats.js';
import type { BacktestExample } from './example-sample.js';
import type { Unlabelled } from './label.js';
import { addSums } from './sums.js';
import { type BacktestTally, type DaySums, type RuleSums, rulesOf } from './tally.js';
import type { ThresholdCurve } from './threshold-curve.js';
import { type ByLabel, noLabels, precisionOf, recallOf } from './weight.js';

export interface DayResult extends DaySums {
  readonly at: Instant;
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
  const { sums } = tally;
  const rules = rulesOf(candidate);
  return {
    evaluated: sums.evaluated,
    refusedBefore: sums.refusedBefore,
    warmedUp: sums.warmedUp,
    labels: sums.labels,
    silence: sums.silence,
    before: sums.before,
    after: sums.after,
    quality: { before: qualityOf(sums.before, sums.labels), after: qualityOf(sums.after, sums.labels) },
    changes: OUTCOMES.flatMap((from) =>
      OUTCOMES.flatMap((to) => {
        const labels = sums.changes.get(`${from}>${to}`);
        return labels ? [{ from, to, labels }] : [];
      }),
    ),
    rules: [...rules.values()].map((rule) => ruleResult(rule, tally)),
    overlap: [...sums.overlap].map(([pair, both]) => {
      const [rule, live] = pair.split('>') as [string, string];
      return { rule, live, both };
    }),
    days: [...sums.days].map(([at, day]) => ({ at, ...day })).sort((a, b) => a.at - b.at),
    fidelity: sums.fidelity,
    thresholds: {
      review: tally.reviewScores.curve(sums.labels, (at) => at > 0 && at < candidate.declineScore),
      decline: tally.declineScores.curve(sums.labels, (at) => at > candidate.reviewScore),
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
  addSums(caught, outcomes.review);
  addSums(caught, outcomes.decline);
  return { caught, precision: precisionOf(caught), recall: recallOf(caught, all) };
}

function ruleResult(rule: Rule, tally: BacktestTally): RuleResult {
  const { fired, decisive, alone, failed }: RuleSums = tally.sums.rules.get(rule.key)!;
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
function lookedAt({ kinds }: Rule, { sums: { labels, labelsByKind } }: BacktestTally): ByLabel {
  if (kinds === undefined) return labels;
  const sum = noLabels();
  for (const kind of kinds) {
    const some = labelsByKind.get(kind);
    if (some) addSums(sum, some);
  }
  return sum;
}
