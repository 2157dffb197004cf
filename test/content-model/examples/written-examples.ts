import { Random } from '../random.js';
import { TIMELINE, TOKEN_BAIT } from './crypto-templates.js';
import { HONEST_TEMPLATES } from './honest-templates.js';
import { HONEST_NOTICES, UNASKED_LETTERS } from './letter-templates.js';
import { OFFICIAL_LINKS } from './official-templates.js';
import { FANS, SELF_PROMOTION } from './promotion-templates.js';
import { SCAM_TEMPLATES } from './scam-templates.js';
import { templatesOf, writeOut } from './template.js';
import { WORDS } from './words.js';

export interface WrittenExample {
  readonly text: string;
  readonly scam: boolean;
  /** Which template it was written from: texts of one template never stand on both sides of a split. */
  readonly template: number;
}

const SIDES = [
  { scam: true, blocks: [SCAM_TEMPLATES, SELF_PROMOTION, UNASKED_LETTERS, TOKEN_BAIT] },
  { scam: false, blocks: [HONEST_TEMPLATES, FANS, HONEST_NOTICES, TIMELINE, OFFICIAL_LINKS] },
];

/** Texts written out of the hand-written templates, each template equally often, the same in every run. */
export function writeExamples(perTemplate: number, seed: number): readonly WrittenExample[] {
  const random = new Random(seed);
  const seen = new Set<string>();
  const examples: WrittenExample[] = [];
  SIDES.forEach(({ scam, blocks }, side) => {
    blocks.flatMap(templatesOf).forEach((template, i) => {
      for (let n = 0; n < perTemplate; n += 1) {
        const text = writeOut(template, WORDS, random);
        if (seen.has(text)) continue;
        seen.add(text);
        examples.push({ text, scam, template: side * 10_000 + i });
      }
    });
  });
  return examples;
}
