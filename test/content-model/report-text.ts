import { substitute } from './disguise.js';
import { type Scored, shares, thresholdAt } from './measure.js';
import { Random } from './random.js';
import { type LabelledText, partOf, scoreText, trainText } from './train-text.js';

/**
 * How well wording is judged, in two ways. Leave one source out: a model of the other sources, with the threshold set on a
 * fifth of their groups that it has not seen, tried on the whole source. Within: a model of three fifths of the groups of
 * all sources, the threshold set on the source's fourth fifth, tried on its last.
 */
type Row = Record<string, string | number>;

const RATES = [0.005, 0.01];
const FOLDS = 5;
const SUBSTITUTED = 0.3;
const STYLED =
  /[\u{1d400}-\u{1d7ff}\u2460-\u24ff\u2776-\u2793\u{1f100}-\u{1f1ff}\uff00-\uffef\u1d00-\u1d2b]/u;

const percent = (x: number): string => `${(100 * x).toFixed(1)} %`;
const scored = (texts: readonly LabelledText[], score: (text: string) => number): readonly Scored[] =>
  texts.map(({ text, scam }) => ({ score: score(text), scam }));

export function reportLeaveOneOut(
  texts: readonly LabelledText[],
  sources: readonly string[],
): readonly Row[] {
  return sources.map((source) => {
    const others = texts.filter((t) => t.source !== source);
    const model = trainText(others.filter((t) => partOf(t.group, FOLDS) !== 0));
    const score = (text: string): number => scoreText(text, model);
    const held = others.filter((t) => partOf(t.group, FOLDS) === 0 && t.source !== 'written');
    const mine = texts.filter((t) => t.source === source);
    const plain = mine.filter((t) => !t.scam || !STYLED.test(t.text));
    return {
      source,
      ...rates(scored(held, score), scored(mine, score)),
      'own threshold, 1 %': percent(
        shares(scored(mine, score), thresholdAt(scored(mine, score), 0.01)).recall,
      ),
      'unstyled, 1 %': percent(shares(scored(plain, score), thresholdAt(scored(held, score), 0.01)).recall),
    };
  });
}

export function reportWithin(texts: readonly LabelledText[], sources: readonly string[]): readonly Row[] {
  const model = trainText(texts.filter((t) => partOf(t.group, FOLDS) >= 2));
  const score = (text: string): number => scoreText(text, model);
  return sources.map((source) => {
    const part = (n: number): readonly LabelledText[] =>
      texts.filter((t) => t.source === source && partOf(t.group, FOLDS) === n);
    const [held, tested] = [scored(part(0), score), scored(part(1), score)];
    const random = new Random(9);
    const disguised = part(1).map((t) =>
      t.scam ? { ...t, text: substitute(t.text, SUBSTITUTED, random) } : t,
    );
    return {
      source,
      scams: tested.filter((t) => t.scam).length,
      honest: tested.filter((t) => !t.scam).length,
      ...rates(held, tested),
      'own threshold, 0.5 %': percent(shares(tested, thresholdAt(tested, 0.005)).recall),
      'look-alikes, 1 %': percent(shares(scored(disguised, score), thresholdAt(held, 0.01)).recall),
    };
  });
}

function rates(held: readonly Scored[], tested: readonly Scored[]): Row {
  return Object.fromEntries(
    RATES.flatMap((rate) => {
      const { recall, falsePositives } = shares(tested, thresholdAt(held, rate));
      return [
        [`recall at ${100 * rate} %`, percent(recall)],
        [`false positives then (${100 * rate} %)`, percent(falsePositives)],
      ];
    }),
  );
}
