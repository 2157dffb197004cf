import { DOMAIN_MODEL } from '../model/domain-model.js';
import { decodeWeights } from '../model/quantised.js';
import { domainFeatures, type HostForm } from './domain-features.js';

/** How much the form of a host resembles that of known scam hosts, as a calibrated share of 1000. */
let weights: Int8Array | undefined;

export function domainFormScore(host: HostForm): number {
  weights ??= decodeWeights(DOMAIN_MODEL.weights);
  const { pieces, facts } = domainFeatures(host);
  let fromPieces = 0;
  for (const place of pieces) fromPieces += weights[place] ?? 0;
  let fromFacts = 0;
  for (const place of facts) fromFacts += weights[place] ?? 0;
  const { scale } = DOMAIN_MODEL.weights;
  const raw = DOMAIN_MODEL.bias + scale * (fromPieces / Math.sqrt(pieces.length || 1) + fromFacts);
  return Math.round(1000 / (1 + Math.exp(-(DOMAIN_MODEL.slope * raw + DOMAIN_MODEL.offset))));
}
