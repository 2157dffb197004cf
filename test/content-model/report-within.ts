import { substitute } from './disguise.js';
import { type Scored, shares, thresholdAt } from './measure.js';
import { Random } from './random.js';
import { percent, type Row, rates, type Shares } from './report-rows.js';
import { FOLDS, type LabelledText, partOf, scoreText, unseenModels } from './train-text.js';

/**
 * How well wording is judged within the sources: five models of four fifths of the groups of all sources; each fifth of a
 * source is tried with the threshold that its other four fifths set, all scored by models that have not seen them. Half a
 * per cent of a small source is a text or two, so that how the fifths happen to fall decides: they are made anew in every
 * round and the rounds averaged, and an interval says how far the source's texts carry.
 */
const ROUNDS = 3;
const RESAMPLES = 200;
const SUBSTITUTED = 0.3;

interface Unseen extends LabelledText, Scored {
  readonly source: string;
  readonly fold: number;
}

export function reportWithin(texts: readonly LabelledText[], sources: readonly string[]): readonly Row[] {
  const random = new Random(9);
  const disguised = texts.map((t) =>
    t.scam ? { ...t, text: substitute(t.text, SUBSTITUTED, random) } : { ...t },
  );
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const score = scorerOf(texts, round);
    return { plain: texts.map(score), disguised: disguised.map(score) };
  });
  return sources.map((source) => {
    const mine = rounds.map((round) => ({
      plain: round.plain.filter((t) => t.source === source),
      disguised: round.disguised.filter((t) => t.source === source),
    }));
    const { plain } = mine[0]!;
    return {
      source,
      scams: plain.filter((t) => t.scam).length,
      honest: plain.filter((t) => !t.scam).length,
      ...rates((rate) => mean(mine.map((round) => acrossFolds(round.plain, round.plain, rate)))),
      '95 % of resamples (0.5 %)': interval(mine.map((round) => round.plain)),
      'look-alikes, 1 %': percent(
        mean(mine.map((round) => acrossFolds(round.plain, round.disguised, 0.01))).recall,
      ),
    };
  });
}

/** Scores a text by the model of the round that has not seen its group. */
function scorerOf(texts: readonly LabelledText[], round: number): (text: LabelledText) => Unseen {
  const models = unseenModels(texts, round);
  return (text) => {
    const fold = partOf(text.group, FOLDS, round);
    return { ...text, fold, score: scoreText(text.text, models[fold]!) };
  };
}

/** Each fifth tried with the threshold that the other four set, counted together. */
const acrossFolds = (held: readonly Unseen[], tested: readonly Unseen[], rate: number): Shares =>
  shares(margins(held, tested, rate), 0);

/** How far each text stands above the threshold that the fifths it does not belong to set. */
function margins(held: readonly Unseen[], tested: readonly Unseen[], rate: number): readonly Unseen[] {
  const thresholds = Array.from({ length: FOLDS }, (_, fold) =>
    thresholdAt(
      held.filter((t) => t.fold !== fold),
      rate,
    ),
  );
  return tested.map((t) => ({ ...t, score: t.score - thresholds[t.fold]! }));
}

const mean = (measured: readonly Shares[]): Shares => ({
  recall: measured.reduce((sum, { recall }) => sum + recall, 0) / measured.length,
  falsePositives: measured.reduce((sum, { falsePositives }) => sum + falsePositives, 0) / measured.length,
});

/** Where recall lies in 95 of 100 sources made of this one's groups, drawn with repetition. */
function interval(rounds: readonly (readonly Unseen[])[]): string {
  const random = new Random(17);
  const groups = [...groupedBy([...rounds[0]!.keys()], (i) => rounds[0]![i]!.group).values()];
  const recalls = Array.from({ length: RESAMPLES }, () => {
    const drawn = groups.flatMap(() => random.pick(groups));
    return mean(
      rounds.map((round) => {
        const texts = drawn.map((i) => round[i]!);
        return acrossFolds(texts, texts, 0.005);
      }),
    ).recall;
  }).sort((a, b) => a - b);
  const at = (share: number): string => percent(recalls[Math.floor(share * (RESAMPLES - 1))]!);
  return `${at(0.025)} to ${at(0.975)}`;
}

function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

const LISTED = 50;

/** The honest texts above the threshold of 0.5 % and a drawn sample of the scams below it, by source, to be read. */
export function listMisses(texts: readonly LabelledText[]): readonly string[] {
  const scored = texts.filter((t) => t.source !== 'written').map(scorerOf(texts, 0));
  return [...groupedBy(scored, (t) => t.source)].flatMap(([source, mine]) => {
    const tried = margins(mine, mine, 0.005).toSorted((a, b) => b.score - a.score);
    const alarms = tried.filter((t) => !t.scam && t.score > 0);
    const missed = tried.filter((t) => t.scam && t.score <= 0);
    const line = ({ score, text }: Unseen): string => `${score.toFixed(2)}  ${text.replace(/\s+/g, ' ')}`;
    return [
      `${source}: ${alarms.length} honest texts above the threshold`,
      ...alarms.map(line),
      `${source}: ${missed.length} scams below it, of which`,
      ...new Random(23).shuffle(missed).slice(0, LISTED).map(line),
    ];
  });
}
