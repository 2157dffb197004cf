import { loadCorpus } from './corpus.js';
import { writeExamples } from './examples/written-examples.js';
import type { LabelledText } from './train-text.js';

const PER_TEMPLATE = 25;

/** The sets of the data folder and the hand-written examples, each near-identical group numbered once. */
export function loadTexts(folder: string): readonly LabelledText[] {
  const corpus = loadCorpus(folder);
  const written = writeExamples(PER_TEMPLATE, 1).map(({ text, scam, template }) => ({
    source: 'written',
    text,
    scam,
    group: 1_000_000 + template,
  }));
  return [...corpus, ...written];
}
