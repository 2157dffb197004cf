import type { TextModelWeights } from './linear-model.js';
export const TEXT_MODEL: TextModelWeights = {
  bias: -3,
  slope: 1,
  offset: 0,
  facts: { scale: 0, base64: '' },
  grams: { scale: 0, base64: '' },
};
