/** Two results side by side: what they share, what differs, and whether they may be compared at all. */
import type { BacktestSlice } from './backtest.js';
import type { BacktestResult, RuleResult } from './backtest-result.js';
import { goodOf } from './weight.js';

export interface ComparedRule {
  readonly key: string;
  /** Null where the rule is not part of it. */
  readonly first: RuleResult | null;
  readonly second: RuleResult | null;
}

export interface BacktestFigures {
  readonly evaluated: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly caughtTransactions: number;
  readonly caughtUsdMinor: number;
  readonly caughtCoins: number;
  readonly mistakenTransactions: number;
  readonly mistakenUsdMinor: number;
  readonly mistakenCoins: number;
  readonly reviewed: number;
  readonly declined: number;
}

export interface BacktestComparison {
  /** Both looked at the same transactions. */
  readonly sameSlice: boolean;
  readonly first: BacktestFigures;
  readonly second: BacktestFigures;
  /** Those that do not fire alike come first. */
  readonly rules: readonly ComparedRule[];
}

export interface ComparedBacktest {
  readonly slice: BacktestSlice;
  readonly result: BacktestResult;
}

export function figuresOf({ evaluated, quality, after }: BacktestResult): BacktestFigures {
  const { caught, precision, recall } = quality.after;
  const mistaken = goodOf(caught);
  const count = (outcome: 'review' | 'decline') =>
    Object.values(after[outcome]).reduce((sum, weight) => sum + weight.transactions, 0);
  return {
    evaluated,
    precision,
    recall,
    caughtTransactions: caught.fraud.transactions,
    caughtUsdMinor: caught.fraud.usdMinor,
    caughtCoins: caught.fraud.coins,
    mistakenTransactions: mistaken.transactions,
    mistakenUsdMinor: mistaken.usdMinor,
    mistakenCoins: mistaken.coins,
    reviewed: count('review'),
    declined: count('decline'),
  };
}

export function compareBacktests(first: ComparedBacktest, second: ComparedBacktest): BacktestComparison {
  const of = (result: BacktestResult) => new Map(result.rules.map((rule) => [rule.key, rule]));
  const [mine, theirs] = [of(first.result), of(second.result)];
  const rules = [...new Set([...mine.keys(), ...theirs.keys()])].map((key) => ({
    key,
    first: mine.get(key) ?? null,
    second: theirs.get(key) ?? null,
  }));
  return {
    sameSlice: JSON.stringify(first.slice) === JSON.stringify(second.slice),
    first: figuresOf(first.result),
    second: figuresOf(second.result),
    rules: rules.sort((a, b) => difference(b) - difference(a) || (a.key < b.key ? -1 : 1)),
  };
}

const firedOf = (rule: RuleResult | null): number =>
  rule === null ? 0 : Object.values(rule.fired).reduce((sum, weight) => sum + weight.transactions, 0);

const difference = ({ first, second }: ComparedRule): number => Math.abs(firedOf(first) - firedOf(second));
