/**
 * Gathers what a backtest finds, one judged transaction after the other, in memory that does not grow with their number.
 * Every transaction is counted once in each breakdown, so labels, outcomes, changes and days all add up to the same sum.
 */
import { OUTCOMES, type Outcome, type TransactionKind } from '../decisions/transaction.js';
import { DAY } from '../kernel/time.js';
import type { CompiledRule } from '../risk/compile-ruleset.js';
import { judgeFired } from '../risk/evaluate-ruleset.js';
import type { Rule } from '../risk/rule.js';
import type { RuleContext } from '../risk/rule-context.js';
import type { BacktestBaseline } from './backtest.js';
import { type BacktestResult, type DayResult, type RuleTally, resultOf } from './backtest-result.js';
import { ExampleSample } from './example-sample.js';
import type { LabelClass, Unlabelled } from './label.js';
import { type PastDecision, usdMinorOf } from './past-decision.js';
import { type CompiledKnob, readKnob } from './rule-knob.js';
import { ThresholdSweep } from './threshold-curve.js';
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

const byOutcome = (): Record<Outcome, ByLabel> => ({
  approve: noLabels(),
  review: noLabels(),
  decline: noLabels(),
});

export class BacktestTally {
  readonly labels = noLabels();
  readonly labelsByKind = new Map<TransactionKind, ByLabel>();
  readonly silence: Record<Unlabelled, number> = { immature: 0, stopped: 0, unheard: 0 };
  readonly before = byOutcome();
  readonly after = byOutcome();
  readonly changes = new Map<string, ByLabel>();
  readonly rules = new Map<string, RuleTally>();
  readonly overlap = new Map<string, number>();
  readonly days = new Map<number, DayResult>();
  readonly fidelity = { compared: 0, same: 0, otherOutcome: 0, otherScore: 0, otherRules: 0 };
  readonly examples = new ExampleSample();
  readonly reviewScores: ThresholdSweep;
  readonly declineScores: ThresholdSweep;
  readonly knobs: readonly { readonly knob: CompiledKnob; readonly sweep: ThresholdSweep }[];
  evaluated = 0;
  /** Refused before any rule was asked, then and now. */
  refusedBefore = 0;
  warmedUp = 0;

  constructor(
    readonly trial: Trial,
    readonly baseline: BacktestBaseline,
    knobs: readonly CompiledKnob[],
  ) {
    const { reviewScore, declineScore } = trial.candidate;
    this.reviewScores = new ThresholdSweep('>=', reviewScore);
    this.declineScores = new ThresholdSweep('>=', declineScore);
    this.knobs = knobs.map((knob) => ({ knob, sweep: new ThresholdSweep(knob.comparison, knob.current) }));
    for (const rule of candidateRules(trial)) this.rules.set(rule.key, newRuleTally(rule));
  }

  add(judged: JudgedPast): void {
    const { past, label, silence, verdict } = judged;
    const worth: Worth = { usdMinor: usdMinorOf(past), coins: past.coins };
    const before = this.baseline === 'decided' ? past.outcome : verdict.live.outcome;
    const after = verdict.candidate.outcome;
    const { kind } = past.transaction;
    this.evaluated += 1;
    weigh(this.labels, label, worth);
    weigh(entryOf(this.labelsByKind, kind, noLabels), label, worth);
    if (label === 'unknown') this.silence[silence ?? 'unheard'] += 1;
    weigh(this.before[before], label, worth);
    weigh(this.after[after], label, worth);
    if (before !== after) {
      weigh(entryOf(this.changes, `${before}>${after}`, noLabels), label, worth);
      this.examples.add({ past, label, before, verdict: verdict.candidate, worth });
    }
    this.#addDay(judged, { before, after, worth });
    this.#addRules(judged, worth);
    this.#addSweeps(judged, worth);
    this.#compare(judged);
  }

  result(): BacktestResult {
    return resultOf(this);
  }

  #addDay({ past, label }: JudgedPast, it: { before: Outcome; after: Outcome; worth: Worth }): void {
    const at = Math.floor(past.transaction.occurredAt / DAY) * DAY;
    const day = entryOf(this.days, at, () => newDay(at));
    day.evaluated += 1;
    day.before[it.before] += 1;
    day.after[it.after] += 1;
    if (it.after !== 'approve') weigh(day.caught, label, it.worth);
    else if (label === 'fraud') day.missed += 1;
  }

  #addRules({ label, verdict }: JudgedPast, worth: Worth): void {
    const { candidate, live } = verdict;
    for (const rule of candidate.failed) this.rules.get(rule.key)!.failed += 1;
    if (candidate.fired.length === 0) return;
    const effective = candidate.fired.filter((rule) => rule.mode === 'live');
    for (const rule of candidate.fired) {
      const tally = this.rules.get(rule.key)!;
      weigh(tally.fired, label, worth);
      if (effective.every((other) => other === rule)) tally.alone += 1;
      if (rule.mode === 'live') {
        const without = judgeFired(this.trial.candidate, candidate.fired, rule);
        if (without.outcome !== candidate.outcome) weigh(tally.decisive, label, worth);
      }
      for (const other of live.fired) {
        const pair = `${rule.key}>${other.key}`;
        this.overlap.set(pair, (this.overlap.get(pair) ?? 0) + 1);
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
    const { fidelity } = this;
    fidelity.compared += 1;
    if (past.outcome !== live.outcome) fidelity.otherOutcome += 1;
    else if (past.score !== live.score) fidelity.otherScore += 1;
    else if (!sameRules(past.fired, live.fired)) fidelity.otherRules += 1;
    else fidelity.same += 1;
  }
}

const sameRules = (then: readonly string[], now: readonly Rule[]): boolean =>
  then.length === now.length && now.every((rule) => then.includes(rule.key));

function candidateRules(trial: Trial): Iterable<Rule> {
  const rules = new Map<string, Rule>();
  for (const list of Object.values(trial.candidate.byKind) as (readonly CompiledRule[])[]) {
    for (const { rule } of list) rules.set(rule.key, rule);
  }
  return rules.values();
}

const newRuleTally = (rule: Rule): RuleTally => ({
  rule,
  fired: noLabels(),
  decisive: noLabels(),
  alone: 0,
  failed: 0,
});

const newDay = (at: number): DayResult => ({
  at,
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
