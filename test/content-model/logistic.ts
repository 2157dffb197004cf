import { Random } from './random.js';

/**
 * Logistic regression by stochastic gradient descent with a step per weight (AdaGrad). Deterministic from the seed.
 */
export interface Sample {
  readonly groups: readonly Group[];
  readonly label: 0 | 1;
  readonly weight: number;
}

/** Places in the table of weights that count the same. */
export interface Group {
  readonly places: Int32Array;
  readonly value: number;
}

export interface TrainOptions {
  readonly places: number;
  readonly epochs: number;
  readonly rate: number;
  /** How strongly weights are drawn to zero. */
  readonly decay: number;
  readonly seed: number;
}

export interface Linear {
  readonly weights: Float32Array;
  readonly bias: number;
}

export function trainLogistic(samples: readonly Sample[], options: TrainOptions): Linear {
  const { rate, decay } = options;
  const weights = new Float32Array(options.places);
  const squares = new Float32Array(options.places).fill(1e-3);
  const random = new Random(options.seed);
  let bias = 0;
  let biasSquare = 1e-3;
  let order = samples;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    order = random.shuffle(order);
    for (const sample of order) {
      const error = (probability(logit(sample.groups, weights, bias)) - sample.label) * sample.weight;
      for (const { places, value } of sample.groups) {
        const pull = decay * sample.weight * value;
        for (const place of places) {
          const gradient = error * value + pull * weights[place]!;
          squares[place]! += gradient * gradient;
          weights[place]! -= (rate * gradient) / Math.sqrt(squares[place]!);
        }
      }
      biasSquare += error * error;
      bias -= (rate * error) / Math.sqrt(biasSquare);
    }
  }
  return { weights, bias };
}

export function logit(groups: readonly Group[], weights: Float32Array, bias: number): number {
  let sum = bias;
  for (const { places, value } of groups) {
    let part = 0;
    for (const place of places) part += weights[place]!;
    sum += part * value;
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
