import { type Scored, shares, thresholdAt } from './measure.js';
import { percent, type Row, rates } from './report-rows.js';
import { FOLDS, type LabelledText, partOf, scoreText, trainText } from './train-text.js';

/**
 * How well wording is judged where nothing of a source was learnt: a model of the other sources, with the threshold set on
 * a fifth of their groups that it has not seen, tried on the whole source.
 */
const STYLED =
  /[\u{1d400}-\u{1d7ff}\u2460-\u24ff\u2776-\u2793\u{1f100}-\u{1f1ff}\uff00-\uffef\u1d00-\u1d2b]/u;

export function reportLeaveOneOut(
  texts: readonly LabelledText[],
  sources: readonly string[],
): readonly Row[] {
  return sources.map((source) => {
    const others = texts.filter((t) => t.source !== source);
    const model = trainText(others.filter((t) => partOf(t.group, FOLDS) !== 0));
    const scored = (chosen: readonly LabelledText[]): readonly Scored[] =>
      chosen.map((t) => ({ score: scoreText(t.text, model), scam: t.scam, source: t.source }));
    const held = scored(others.filter((t) => partOf(t.group, FOLDS) === 0 && t.source !== 'written'));
    const mine = texts.filter((t) => t.source === source);
    const tested = scored(mine);
    const plain = scored(mine.filter((t) => !t.scam || !STYLED.test(t.text)));
    const alike = shares(tested, thresholdAt(held, 0.01, { sourcesWeigh: 'root' }));
    return {
      source,
      ...rates((rate) => shares(tested, thresholdAt(held, rate))),
      'recall at the shipped threshold, 1 %': percent(alike.recall),
      'false positives then': percent(alike.falsePositives),
      'own threshold, 1 %': percent(shares(tested, thresholdAt(tested, 0.01)).recall),
      'unstyled, 1 %': percent(shares(plain, thresholdAt(held, 0.01)).recall),
    };
  });
}
