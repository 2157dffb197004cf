import {
  contentReferences,
  factValue,
  gramValue,
  hashText,
  readContent,
  TEXT_PLACES,
} from '@coinwarden/domain';
import { disguise, dropName } from './disguise.js';
import { calibrate, type Group, type Linear, logit, type Sample, trainLogistic } from './logistic.js';
import { Random } from './random.js';

/** One text to learn from or to be tested on. */
export interface LabelledText {
  readonly source: string;
  readonly text: string;
  readonly scam: boolean;
  readonly group: number;
}

const references = contentReferences();
const known = new Map<string, readonly Group[]>();

export function featuresOf(text: string): readonly Group[] {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const { features } = readContent(text, references);
  const made = [
    { places: Int32Array.from(features.facts), value: factValue(features.facts.length) },
    { places: Int32Array.from(features.words), value: gramValue(features.words.length) },
    { places: Int32Array.from(features.pieces), value: gramValue(features.pieces.length) },
  ];
  known.set(text, made);
  return made;
}

const DISGUISED_SCAMS = 0.3;
const DISGUISED_HONEST = 0.015;
const SCAM_SHARE = 0.4;
const NAME_DROPPED = 0.05;
const DISGUISE_SEED = 99;
const MAX_DROPPED_INTO = 200;

/**
 * Sources weigh as the root of their size, so that the largest does not speak for all, and scams as a fixed share within
 * each. Some texts are learnt from a second time in disguise.
 */
export function trainText(texts: readonly LabelledText[]): Linear {
  const weights = weightsBySource(texts);
  const samples: Sample[] = [];
  for (const { source, text, scam } of texts) {
    const weight = weights.get(`${source}:${scam}`)!;
    const label = scam ? 1 : 0;
    // What a text is disguised as depends on the text alone: whichever others are learnt from, it is the same.
    const random = new Random(hashText(text, DISGUISE_SEED));
    samples.push({ groups: featuresOf(text), label, weight });
    if (random.chance(scam ? DISGUISED_SCAMS : DISGUISED_HONEST)) {
      samples.push({ groups: featuresOf(disguise(text, random)), label, weight });
    }
    if (!scam && text.length <= MAX_DROPPED_INTO && random.chance(NAME_DROPPED)) {
      samples.push({ groups: featuresOf(dropName(text, random)), label: 1, weight });
    }
  }
  for (const long of joinHonest(texts, new Random(5))) {
    const weight = weights.get(`${long.source}:false`)!;
    samples.push({ groups: featuresOf(long.text), label: 0, weight });
  }
  return trainLogistic(samples, {
    places: TEXT_PLACES,
    epochs: 8,
    rate: 0.25,
    decay: 8e-3,
    seed: 3,
  });
}

const LONG_SHARE = 0.12;

/** Long honest texts, several of one source in a row: length and a little of every topic do not make a scam. */
function joinHonest(
  texts: readonly LabelledText[],
  random: Random,
): readonly { source: string; text: string }[] {
  const bySource = new Map<string, string[]>();
  for (const { source, text, scam } of texts) {
    if (scam) continue;
    const honest = bySource.get(source);
    if (honest === undefined) bySource.set(source, [text]);
    else honest.push(text);
  }
  return [...bySource].flatMap(([source, honest]) =>
    Array.from({ length: Math.ceil(honest.length * LONG_SHARE) }, () => ({
      source,
      text: Array.from({ length: 3 + random.below(8) }, () => random.pick(honest)).join('\n'),
    })),
  );
}

/**
 * How much a source is trusted. Labels of posts were given by rules and users: many scams in it are advertisements, and the
 * other way round. What we wrote ourselves is about this product's subject and labelled right.
 */
const TRUST: Readonly<Record<string, number>> = { posts: 0.3, written: 2 };

function weightsBySource(texts: readonly LabelledText[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { source, scam } of texts)
    counts.set(`${source}:${scam}`, (counts.get(`${source}:${scam}`) ?? 0) + 1);
  const weights = new Map<string, number>();
  let total = 0;
  for (const source of new Set(texts.map((t) => t.source))) {
    const [scams, honest] = [counts.get(`${source}:true`) ?? 0, counts.get(`${source}:false`) ?? 0];
    const mass = Math.sqrt(scams + honest) * (TRUST[source] ?? 1);
    if (scams > 0) weights.set(`${source}:true`, (mass * SCAM_SHARE) / scams);
    if (honest > 0) weights.set(`${source}:false`, (mass * (1 - SCAM_SHARE)) / honest);
    total += mass;
  }
  const mean = total / texts.length;
  return new Map([...weights].map(([key, weight]) => [key, weight / mean]));
}

export const scoreText = (text: string, model: Linear): number =>
  logit(featuresOf(text), model.weights, model.bias);

/** Which of `of` parts a group of near-identical texts falls into; each round parts them differently. */
export const partOf = (group: number, of: number, round = 0): number =>
  (Math.imul(group + 1, 0x9e3779b1 + 0x78dde6e4 * round) >>> 8) % of;

export const FOLDS = 5;

/** For each fifth of the groups a model that has seen none of it. */
export const unseenModels = (texts: readonly LabelledText[], round = 0): readonly Linear[] =>
  Array.from({ length: FOLDS }, (_, fold) =>
    trainText(texts.filter((t) => partOf(t.group, FOLDS, round) !== fold)),
  );

/** Logits of every text by the model that has not seen its group. */
export const scoreUnseen = (texts: readonly LabelledText[], models: readonly Linear[]): readonly number[] =>
  texts.map((t) => scoreText(t.text, models[partOf(t.group, FOLDS)]!));

/** The score of 500 is where one honest text in a hundred stands, each source weighing as in training. */
const SUSPECT_RATE = 0.01;

export function calibrateText(
  texts: readonly LabelledText[],
  scores: readonly number[],
): { readonly slope: number; readonly offset: number } {
  const weights = weightsBySource(texts);
  const points = texts.map((t, i) => ({
    logit: scores[i]!,
    label: t.scam ? (1 as const) : (0 as const),
    weight: weights.get(`${t.source}:${t.scam}`)!,
  }));
  const { slope } = calibrate(points);
  const honest = points.filter((p) => p.label === 0).sort((a, b) => b.logit - a.logit);
  const total = honest.reduce((sum, p) => sum + p.weight, 0);
  let passed = 0;
  const threshold = honest.find((p) => {
    passed += p.weight;
    return passed > SUSPECT_RATE * total;
  });
  return { slope, offset: -slope * threshold!.logit };
}
