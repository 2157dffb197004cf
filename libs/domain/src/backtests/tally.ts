/**
 * Gathers what a backtest finds, one judged transaction after the other, in memory that does not grow with their number.
 * Every transaction is counted once in each breakdown, so labels, outcomes, changes and days all add up to the same sum.
 */
import { OUTCOMES, type Outcome, type TransactionKind } from '../decisions/transaction.js';
import { DAY } from '../kernel/time.js';
import type { CompiledRule, CompiledRuleset } from '../risk/compile-ruleset.js';
import { judgeFired } from '../risk/evaluate-ruleset.js';
import type { Rule } from '../risk/rule.js';
import type { RuleContext } from '../risk/rule-context.js';
import type { BacktestBaseline } from './backtest.js';
import { ExampleSample } from './example-sample.js';
import type { LabelClass, Unlabelled } from './label.js';
import { type PastDecision, usdMinorOf } from './past-decision.js';
import { type CompiledKnob, readKnob } from './rule-knob.js';
import { addSums } from './sums.js';
import { type SweepSums, ThresholdSweep } from './threshold-curve.js';
import type { Trial, TrialVerdict } from './trial.js';
import { type ByLabel, noLabels, weigh } from './weight.js';

export interface JudgedPast {
  readonly past: PastDecision;
  readonly label: LabelClass;
  /** Why nothing is known, where nothing is. */
  readonly silence: Unlabelled | null;
  readonly verdict: TrialVerdict;
  readonly context: RuleContext;
}

interface Worth {
  readonly usdMinor: number;
  readonly coins: number;
}

export interface RuleSums {
  readonly fired: ByLabel;
  /** Without it the outcome would have been another. */
  readonly decisive: ByLabel;
  /** No other rule with an effect fired. */
  alone: number;
  failed: number;
}

export interface DaySums {
  evaluated: number;
  readonly before: Record<Outcome, number>;
  readonly after: Record<Outcome, number>;
  /** Reviewed or declined by the trial. */
  readonly caught: ByLabel;
  /** Known fraud it would have let through. */
  missed: number;
}

const byOutcome = (): Record<Outcome, ByLabel> => ({
  approve: noLabels(),
  review: noLabels(),
  decline: noLabels(),
});

const noSums = () => ({
  evaluated: 0,
  /** Refused before any rule was asked, then and now. */
  refusedBefore: 0,
  warmedUp: 0,
  labels: noLabels(),
  labelsByKind: new Map<TransactionKind, ByLabel>(),
  silence: { immature: 0, stopped: 0, unheard: 0 } satisfies Record<Unlabelled, number>,
  before: byOutcome(),
  after: byOutcome(),
  changes: new Map<string, ByLabel>(),
  /** By the key of a rule under trial. */
  rules: new Map<string, RuleSums>(),
  overlap: new Map<string, number>(),
  /** By the time a day begins. */
  days: new Map<number, DaySums>(),
  fidelity: { compared: 0, same: 0, otherOutcome: 0, otherScore: 0, otherRules: 0 },
});

/** All that a tally has gathered, as plain data: it can go from one process to another and be added there. */
export interface TallyParts {
  readonly sums: ReturnType<typeof noSums>;
  readonly sweeps: readonly SweepSums[];
  readonly examples: ExampleSample['groups'];
}

export class BacktestTally {
  readonly sums = noSums();
  readonly examples = new ExampleSample();
  readonly reviewScores: ThresholdSweep;
  readonly declineScores: ThresholdSweep;
  readonly knobs: readonly { readonly knob: CompiledKnob; readonly sweep: ThresholdSweep }[];

  constructor(
    readonly trial: Trial,
    readonly baseline: BacktestBaseline,
    knobs: readonly CompiledKnob[],
  ) {
    const { reviewScore, declineScore } = trial.candidate;
    this.reviewScores = new ThresholdSweep('>=', reviewScore);
    this.declineScores = new ThresholdSweep('>=', declineScore);
    this.knobs = knobs.map((knob) => ({ knob, sweep: new ThresholdSweep(knob.comparison, knob.current) }));
    for (const key of rulesOf(trial.candidate).keys()) this.sums.rules.set(key, noRuleSums());
  }

  add(judged: JudgedPast): void {
    const { past, label, silence, verdict } = judged;
    const { sums } = this;
    const worth: Worth = { usdMinor: usdMinorOf(past), coins: past.coins };
    const before = this.baseline === 'decided' ? past.outcome : verdict.live.outcome;
    const after = verdict.candidate.outcome;
    const { kind } = past.transaction;
    sums.evaluated += 1;
    weigh(sums.labels, label, worth);
    weigh(entryOf(sums.labelsByKind, kind, noLabels), label, worth);
    if (label === 'unknown') sums.silence[silence ?? 'unheard'] += 1;
    weigh(sums.before[before], label, worth);
    weigh(sums.after[after], label, worth);
    if (before !== after) {
      weigh(entryOf(sums.changes, `${before}>${after}`, noLabels), label, worth);
      this.examples.add({ past, label, before, verdict: verdict.candidate, worth });
    }
    this.#addDay(judged, { before, after, worth });
    this.#addRules(judged, worth);
    this.#addSweeps(judged, worth);
    this.#compare(judged);
  }

  parts(): TallyParts {
    return { sums: this.sums, sweeps: this.#sweeps(), examples: this.examples.groups };
  }

  /** Adds what a tally of the same trial has gathered from other transactions; those parts belong to this one then. */
  addParts({ sums, sweeps, examples }: TallyParts): void {
    addSums(this.sums, sums);
    addSums(this.#sweeps(), sweeps);
    this.examples.addAll(examples);
  }

  #sweeps(): SweepSums[] {
    return [this.reviewScores, this.declineScores, ...this.knobs.map((knob) => knob.sweep)].map(
      (sweep) => sweep.sums,
    );
  }

  #addDay({ past, label }: JudgedPast, it: { before: Outcome; after: Outcome; worth: Worth }): void {
    const at = Math.floor(past.transaction.occurredAt / DAY) * DAY;
    const day = entryOf(this.sums.days, at, noDaySums);
    day.evaluated += 1;
    day.before[it.before] += 1;
    day.after[it.after] += 1;
    if (it.after !== 'approve') weigh(day.caught, label, it.worth);
    else if (label === 'fraud') day.missed += 1;
  }

  #addRules({ label, verdict }: JudgedPast, worth: Worth): void {
    const { candidate, live } = verdict;
    const { rules, overlap } = this.sums;
    for (const rule of candidate.failed) rules.get(rule.key)!.failed += 1;
    if (candidate.fired.length === 0) return;
    const effective = candidate.fired.filter((rule) => rule.mode === 'live');
    for (const rule of candidate.fired) {
      const tally = rules.get(rule.key)!;
      weigh(tally.fired, label, worth);
      if (effective.every((other) => other === rule)) tally.alone += 1;
      if (rule.mode === 'live') {
        const without = judgeFired(this.trial.candidate, candidate.fired, rule);
        if (without.outcome !== candidate.outcome) weigh(tally.decisive, label, worth);
      }
      for (const other of live.fired) {
        const pair = `${rule.key}>${other.key}`;
        overlap.set(pair, (overlap.get(pair) ?? 0) + 1);
      }
    }
  }

  #addSweeps({ label, verdict, context }: JudgedPast, worth: Worth): void {
    const { score, verdict: said } = verdict.candidate;
    if (said !== 'approve') this.reviewScores.always(label, worth);
    else if (score > 0) this.reviewScores.at(score, label, worth);
    if (said === 'decline') this.declineScores.always(label, worth);
    else if (score > 0) this.declineScores.at(score, label, worth);
    for (const { knob, sweep } of this.knobs) {
      const { kinds } = knob.rule;
      if (kinds !== undefined && !kinds.includes(context.tx.kind as TransactionKind)) continue;
      const reading = readKnob(knob, context);
      if (reading === 'never') continue;
      if (reading === 'always') sweep.always(label, worth);
      else sweep.at(reading.value, label, worth);
    }
  }

  /** Where the live version decided then, it has to say the same again. */
  #compare({ past, verdict: { live } }: JudgedPast): void {
    if (past.rulesetVersion !== this.trial.live.version) return;
    const { fidelity } = this.sums;
    fidelity.compared += 1;
    if (past.outcome !== live.outcome) fidelity.otherOutcome += 1;
    else if (past.score !== live.score) fidelity.otherScore += 1;
    else if (!sameRules(past.fired, live.fired)) fidelity.otherRules += 1;
    else fidelity.same += 1;
  }
}

const sameRules = (then: readonly string[], now: readonly Rule[]): boolean =>
  then.length === now.length && now.every((rule) => then.includes(rule.key));

/** By key: a rule of several kinds stands under each of them. */
export function rulesOf({ byKind }: CompiledRuleset): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const list of Object.values(byKind) as (readonly CompiledRule[])[]) {
    for (const { rule } of list) rules.set(rule.key, rule);
  }
  return rules;
}

const noRuleSums = (): RuleSums => ({ fired: noLabels(), decisive: noLabels(), alone: 0, failed: 0 });

const noDaySums = (): DaySums => ({
  evaluated: 0,
  before: noOutcomes(),
  after: noOutcomes(),
  caught: noLabels(),
  missed: 0,
});

const noOutcomes = () =>
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
