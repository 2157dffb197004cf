import type { QuantisedWeights } from './quantised.js';

/** A trained linear model as it is shipped; `slope` and `offset` turn its sum into a log-odds that can be believed. */
export interface LinearModel {
  readonly bias: number;
  readonly slope: number;
  readonly offset: number;
}

export interface TextModelWeights extends LinearModel {
  readonly facts: QuantisedWeights;
  readonly grams: QuantisedWeights;
}

export interface DomainModelWeights extends LinearModel {
  readonly weights: QuantisedWeights;
}
