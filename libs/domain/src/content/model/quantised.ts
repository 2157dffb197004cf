/**
 * Weights of a linear model as one byte each, in base64 so that they are an ordinary module of the program. Decoding
 * happens once, at first use.
 */
export interface QuantisedWeights {
  /** What one step of a weight is worth. */
  readonly scale: number;
  readonly base64: string;
}

export const decodeWeights = (weights: QuantisedWeights): Int8Array =>
  Int8Array.from(atob(weights.base64), (c) => c.charCodeAt(0));
