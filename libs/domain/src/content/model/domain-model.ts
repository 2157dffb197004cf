import type { DomainModelWeights } from './linear-model.js';
export const DOMAIN_MODEL: DomainModelWeights = {
  bias: -3,
  slope: 1,
  offset: 0,
  weights: { scale: 0, base64: '' },
};
