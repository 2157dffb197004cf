import { decodeWeights } from '../model/quantised.js';
import { TEXT_MODEL } from '../model/text-model-weights.js';
import { FACT_PLACES } from './fact-places.js';
import { factValue, gramValue, type TextFeatures } from './text-features.js';

/**
 * The probability, in the mix of texts it was calibrated on, that a text is a scam. A linear model over facts, words and
 * pieces of words: fast, small, and every part of a score can be traced to the features it came from.
 */
let facts: Int8Array | undefined;
let grams: Int8Array | undefined;

export function textProbability(features: TextFeatures): number {
  return 1 / (1 + Math.exp(-(TEXT_MODEL.slope * textLogit(features) + TEXT_MODEL.offset)));
}

export function textLogit(features: TextFeatures): number {
  facts ??= decodeWeights(TEXT_MODEL.facts);
  grams ??= decodeWeights(TEXT_MODEL.grams);
  return (
    TEXT_MODEL.bias +
    TEXT_MODEL.facts.scale * factValue(features.facts.length) * sum(features.facts, facts, 0) +
    TEXT_MODEL.grams.scale *
      (gramValue(features.words.length) * sum(features.words, grams, FACT_PLACES) +
        gramValue(features.pieces.length) * sum(features.pieces, grams, FACT_PLACES))
  );
}

function sum(places: readonly number[], weights: Int8Array, first: number): number {
  let total = 0;
  for (const place of places) total += weights[place - first] ?? 0;
  return total;
}
