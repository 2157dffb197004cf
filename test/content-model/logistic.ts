import { Random } from './random.js';

/**
 * Logistic regression by stochastic gradient descent with a step per weight (AdaGrad). A sample is groups of places; a
 * group's places share its value. Deterministic from the seed.
 */
export interface Sample {
  readonly facts: Int32Array;
  /** What each fact counts. */
  readonly factValue: number;
  /** Groups of places whose weights are averaged by the root of their number. */
  readonly bags: readonly Int32Array[];
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface TrainOptions {
  readonly places: number;
  readonly epochs: number;
  readonly rate: number;
  /** How strongly weights of facts and of bags are drawn to zero. */
  readonly decayFacts: number;
  readonly decayBags: number;
  readonly seed: number;
}

export interface Linear {
  readonly weights: Float32Array;
  readonly bias: number;
}

export function trainLogistic(samples: readonly Sample[], options: TrainOptions): Linear {
  const weights = new Float32Array(options.places);
  const squares = new Float32Array(options.places).fill(1e-3);
  const random = new Random(options.seed);
  let bias = 0;
  let biasSquare = 1e-3;
  let order = samples;
  const step = (place: number, gradient: number, decay: number): void => {
    const full = gradient + decay * weights[place]!;
    squares[place]! += full * full;
    weights[place]! -= (options.rate * full) / Math.sqrt(squares[place]!);
  };
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    order = random.shuffle(order);
    for (const sample of order) {
      const error = (probability(logit(sample, weights, bias)) - sample.label) * sample.weight;
      for (const place of sample.facts) {
        step(place, error * sample.factValue, options.decayFacts * sample.weight * sample.factValue);
      }
      for (const bag of sample.bags) {
        const value = bagValue(bag.length);
        for (const place of bag) step(place, error * value, options.decayBags * sample.weight * value);
      }
      biasSquare += error * error;
      bias -= (options.rate * error) / Math.sqrt(biasSquare);
    }
  }
  return { weights, bias };
}

export function logit(sample: Omit<Sample, 'label' | 'weight'>, weights: Float32Array, bias: number): number {
  let facts = 0;
  for (const place of sample.facts) facts += weights[place]!;
  let sum = bias + facts * sample.factValue;
  for (const bag of sample.bags) {
    let part = 0;
    for (const place of bag) part += weights[place]!;
    sum += part / Math.sqrt(bag.length || 1);
  }
  return sum;
}

export const probability = (x: number): number => 1 / (1 + Math.exp(-x));

/** Slope and offset that turn logits into log-odds that can be believed (Platt), by Newton steps. */
export function calibrate(
  points: readonly { readonly logit: number; readonly label: 0 | 1; readonly weight: number }[],
): { readonly slope: number; readonly offset: number } {
  let slope = 1;
  let offset = 0;
  for (let i = 0; i < 50; i += 1) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-9, 0, 1e-9];
    for (const { logit: x, label, weight } of points) {
      const p = probability(slope * x + offset);
      const error = (p - label) * weight;
      const curve = p * (1 - p) * weight;
      ga += error * x;
      gb += error;
      haa += curve * x * x;
      hab += curve * x;
      hbb += curve;
    }
    const determinant = haa * hbb - hab * hab || 1e-9;
    slope -= (hbb * ga - hab * gb) / determinant;
    offset -= (haa * gb - hab * ga) / determinant;
  }
  return { slope, offset };
}

const bagValue = (places: number): number => 1 / Math.sqrt(places || 1);
