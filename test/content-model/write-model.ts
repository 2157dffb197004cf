import { writeFileSync } from 'node:fs';
import { FACT_PLACES } from '@coinwarden/domain';
import type { Linear } from './logistic.js';
import { quantise } from './quantise.js';
import type { DomainModel } from './train-domains.js';

/** Writes trained weights as the modules that the product ships. */
const HEAD = '/** Written by `npm run train-content`; see docs/content.md. Do not edit. */';
const target = (name: string): URL =>
  new URL(`../../../libs/domain/src/content/model/${name}`, import.meta.url);

export interface Calibrated extends Linear {
  readonly slope: number;
  readonly offset: number;
}

const round = (x: number): number => Number(x.toPrecision(6));
const numbers = ({ bias, slope, offset }: Calibrated): string =>
  `  bias: ${round(bias)},\n  slope: ${round(slope)},\n  offset: ${round(offset)},\n`;
const block = (name: string, weights: Float32Array): string => {
  const { scale, base64 } = quantise(weights);
  return `  ${name}: {\n    scale: ${scale},\n    base64:\n      '${base64}',\n  },\n`;
};

export function writeDomainModel(model: DomainModel): void {
  writeFileSync(
    target('domain-model.ts'),
    `import type { DomainModelWeights } from './linear-model.js';\n\n${HEAD}\n` +
      `export const DOMAIN_MODEL: DomainModelWeights = {\n${numbers(model)}${block('weights', model.weights)}};\n`,
  );
}

export function writeTextModel(model: Calibrated): void {
  writeFileSync(
    target('text-model-weights.ts'),
    `import type { TextModelWeights } from './linear-model.js';\n\n${HEAD}\n` +
      `export const TEXT_MODEL: TextModelWeights = {\n${numbers(model)}` +
      `${block('facts', model.weights.slice(0, FACT_PLACES))}${block('grams', model.weights.slice(FACT_PLACES))}};\n`,
  );
}
