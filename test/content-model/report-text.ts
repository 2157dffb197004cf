import { substitute } from './disguise.js';
import { type Scored, shares, thresholdAt } from './measure.js';
import { Random } from './random.js';
import { FOLDS, type LabelledText, partOf, scoreText, trainText, unseenModels } from './train-text.js';

/**
 * How well wording is judged, in two ways. Leave one source out: a model of the other sources, with the threshold set on a
 * fifth of their groups that it has not seen, tried on the whole source. Within: five models of four fifths of the groups
 * of all sources; each fifth of a source is tried with the threshold that the other four fifths of it set, all scored by
 * models that have not seen them.
 */
type Row = Record<string, string | number>;

const RATES = [0.005, 0.01];
const SUBSTITUTED = 0.3;
const STYLED =
  /[\u{1d400}-\u{1d7ff}\u2460-\u24ff\u2776-\u2793\u{1f100}-\u{1f1ff}\uff00-\uffef\u1d00-\u1d2b]/u;

const percent = (x: number): string => `${(100 * x).toFixed(1)} %`;

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

interface Unseen extends Scored {
  readonly fold: number;
  /** The score of the text, if a scam, with three letters in ten exchanged for look-alikes. */
  readonly disguised: number;
}

export function reportWithin(texts: readonly LabelledText[], sources: readonly string[]): readonly Row[] {
  const models = unseenModels(texts);
  return sources.map((source) => {
    const random = new Random(9);
    const mine = texts
      .filter((t) => t.source === source)
      .map(({ text, scam, group }): Unseen => {
        const fold = partOf(group, FOLDS);
        const score = scoreText(text, models[fold]!);
        const alike = scam ? substitute(text, SUBSTITUTED, random) : text;
        return { fold, scam, source, score, disguised: scoreText(alike, models[fold]!) };
      });
    const disguised = mine.map((t) => ({ ...t, score: t.disguised }));
    return {
      source,
      scams: mine.filter((t) => t.scam).length,
      honest: mine.filter((t) => !t.scam).length,
      ...rates((rate) => acrossFolds(mine, mine, rate)),
      'look-alikes, 1 %': percent(acrossFolds(mine, disguised, 0.01).recall),
    };
  });
}

/** Each fifth tried with the threshold that the other four set, counted together. */
function acrossFolds(
  held: readonly Unseen[],
  tested: readonly Unseen[],
  rate: number,
): { readonly recall: number; readonly falsePositives: number } {
  const margins = tested.map((t) => ({ ...t }));
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const threshold = thresholdAt(
      held.filter((t) => t.fold !== fold),
      rate,
    );
    margins.forEach((t, i) => {
      if (t.fold === fold) margins[i] = { ...t, score: t.score - threshold };
    });
  }
  return shares(margins, 0);
}

function rates(at: (rate: number) => { readonly recall: number; readonly falsePositives: number }): Row {
  return Object.fromEntries(
    RATES.flatMap((rate) => {
      const { recall, falsePositives } = at(rate);
      return [
        [`recall at ${100 * rate} %`, percent(recall)],
        [`false positives then (${100 * rate} %)`, percent(falsePositives)],
      ];
    }),
  );
}
