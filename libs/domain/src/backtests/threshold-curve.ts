/**
 * What every possible threshold would have caught, from one pass over the transactions. Values are gathered in bins of
 * three significant digits, and every point of the curve lies on the edge of a bin: so a point counts exactly what
 * judging all transactions again with that threshold would count.
 */
import { type LabelClass } from './label.js';
import { addSums } from './sums.js';
import { type ByLabel, goodOf, noLabels, precisionOf, recallOf, type Weight, weigh } from './weight.js';

/** `>=` and `>` catch from a value up, `<=` and `<` from a value down. */
export const COMPARISONS = ['>=', '>', '<=', '<'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface CurvePoint {
  /** As it would stand in the rule. */
  readonly threshold: number;
  readonly fraud: Weight;
  /** Known and presumed. */
  readonly good: Weight;
  readonly unknown: Weight;
  readonly precision: number | null;
  readonly recall: number | null;
}

export const SUGGESTION_REASONS = ['balanced', 'fewer_mistakes', 'more_caught', 'most_value'] as const;
export type SuggestionReason = (typeof SUGGESTION_REASONS)[number];

export interface Suggestion {
  readonly reason: SuggestionReason;
  readonly threshold: number;
}

export interface ThresholdCurve {
  readonly comparison: Comparison;
  readonly current: number;
  /** From the one that catches least to the one that catches most. */
  readonly points: readonly CurvePoint[];
  readonly suggestions: readonly Suggestion[];
}

const MAX_POINTS = 200;
const SIGNIFICANT = 1_000;

export interface SweepSums {
  /** Caught whatever the threshold. */
  readonly always: ByLabel;
  /** Caught from this edge on. */
  readonly bins: Map<number, ByLabel>;
}

export class ThresholdSweep {
  readonly sums: SweepSums = { always: noLabels(), bins: new Map() };
  readonly #up: boolean;
  /** From the literal in the rule to the edge at which it begins to catch. */
  readonly #offset: number;

  constructor(
    readonly comparison: Comparison,
    readonly current: number,
  ) {
    this.#up = comparison === '>=' || comparison === '>';
    this.#offset = comparison === '>' ? 1 : comparison === '<' ? -1 : 0;
  }

  always(label: LabelClass, worth: { usdMinor: number; coins: number }): void {
    weigh(this.sums.always, label, worth);
  }

  at(value: number, label: LabelClass, worth: { usdMinor: number; coins: number }): void {
    const edge = this.#edgeOf(value);
    const { bins } = this.sums;
    let bin = bins.get(edge);
    if (!bin) {
      bin = noLabels();
      bins.set(edge, bin);
    }
    weigh(bin, label, worth);
  }

  /** `all` is everything the rule looks at; `allows` leaves out thresholds that may not be chosen. */
  curve(all: ByLabel, allows: (threshold: number) => boolean = () => true): ThresholdCurve {
    const { comparison, current } = this;
    const { always, bins } = this.sums;
    const currentEdge = current + this.#offset;
    const edges = [...new Set([...bins.keys(), currentEdge])];
    edges.sort((a, b) => (this.#up ? b - a : a - b));
    const caught = noLabels();
    addSums(caught, always);
    const points: CurvePoint[] = [];
    for (const edge of edges) {
      const bin = bins.get(edge);
      if (bin) addSums(caught, bin);
      const threshold = edge - this.#offset;
      if (allows(threshold)) points.push(pointAt(threshold, caught, all));
    }
    return { comparison, current, points: thin(points, current), suggestions: suggest(points, current) };
  }

  /** Down (or, where low values are caught, up) to three significant digits; the current threshold is an edge too. */
  #edgeOf(value: number): number {
    const size = Math.abs(value);
    let step = 1;
    while (size / step >= SIGNIFICANT) step *= 10;
    const current = this.current + this.#offset;
    const edge = (this.#up ? Math.floor : Math.ceil)(value / step) * step;
    const passed = this.#up ? edge < current && current <= value : edge > current && current >= value;
    return passed ? current : edge;
  }
}

const pointAt = (threshold: number, caught: ByLabel, all: ByLabel): CurvePoint => ({
  threshold,
  fraud: { ...caught.fraud },
  good: goodOf(caught),
  unknown: { ...caught.unknown },
  precision: precisionOf(caught),
  recall: recallOf(caught, all),
});

/** Evenly, with both ends and the current threshold kept. */
function thin(points: readonly CurvePoint[], current: number): CurvePoint[] {
  if (points.length <= MAX_POINTS) return [...points];
  const every = points.length / MAX_POINTS;
  let kept = -1;
  return points.filter((point, i) => {
    const place = Math.floor(i / every);
    const keep = place > kept || point.threshold === current || i === points.length - 1;
    if (place > kept) kept = place;
    return keep;
  });
}

/** The thresholds worth a look, each once and none that is in force already. */
function suggest(points: readonly CurvePoint[], current: number): Suggestion[] {
  const now = points.find((point) => point.threshold === current);
  const known = points.filter((point) => point.recall !== null && point.precision !== null);
  const best = (among: readonly CurvePoint[], value: (point: CurvePoint) => number): CurvePoint | null =>
    among.reduce<CurvePoint | null>(
      (top, one) => (top === null || value(one) > value(top) ? one : top),
      null,
    );
  const chosen: [SuggestionReason, CurvePoint | null][] = [
    [
      'fewer_mistakes',
      now
        ? best(
            known.filter((p) => p.recall! >= (now.recall ?? 0) && isCleaner(p, now)),
            cleanliness,
          )
        : null,
    ],
    [
      'more_caught',
      now
        ? best(
            known.filter(
              (p) => p.good.transactions <= now.good.transactions && p.recall! > (now.recall ?? 0),
            ),
            (p) => p.recall!,
          )
        : null,
    ],
    ['balanced', best(known, balance)],
    ['most_value', best(known, (p) => worth(p.fraud) - worth(p.good))],
  ];
  const seen = new Set([current]);
  const suggestions: Suggestion[] = [];
  for (const [reason, point] of chosen) {
    if (point === null || seen.has(point.threshold)) continue;
    seen.add(point.threshold);
    suggestions.push({ reason, threshold: point.threshold });
  }
  return suggestions;
}

const isCleaner = (point: CurvePoint, than: CurvePoint) => point.good.transactions < than.good.transactions;
const cleanliness = (point: CurvePoint) => -point.good.transactions;
/** The harmonic mean of precision and recall. */
function balance({ precision, recall }: CurvePoint): number {
  const sum = precision! + recall!;
  return sum === 0 ? 0 : (2 * precision! * recall!) / sum;
}
const US_CENTS_PER_COIN = 1;
/** Money counts as it is, coins at about what they are sold for. */
const worth = ({ usdMinor, coins }: Weight): number => (usdMinor > 0 ? usdMinor : coins * US_CENTS_PER_COIN);
