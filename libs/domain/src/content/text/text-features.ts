import { classOf, GAP, isWordCharacter } from '../folding/character-class.js';
import { SPACE } from '../folding/fold-character.js';
import type { FoldedText } from '../folding/fold-text.js';
import { HASH_SEED, hashPlace, hashStep, hashText } from '../model/hashing.js';
import type { LinkFacts } from './link-facts.js';
import { type TextShape, textShape } from './text-shape.js';
import { TopicLexicon } from './topic-lexicon.js';
import { TOPICS, type Topic } from './topics.js';
import type { Word } from './words.js';

/**
 * A text as places in the model's table of weights. Facts (topics, their pairs, the shape of the text, its links) count
 * one each; words and pieces of words count one together, however long the text is. Training and scanning use this one
 * function, and it depends on nothing but the text.
 */
export interface TextFeatures {
  readonly facts: readonly number[];
  readonly words: readonly number[];
  readonly pieces: readonly number[];
  readonly topics: readonly TopicMatch[];
}

/** A word, or two, that belong to topics, by their place in the skeleton. */
export interface TopicMatch {
  readonly topics: number;
  readonly from: number;
  readonly to: number;
}

/** The first places of the table are for facts alone, so that no word can share a place with one. */
export const FACT_PLACES = 1 << 13;
export const TEXT_PLACES = 1 << 19;
const GRAM_PLACES = TEXT_PLACES - FACT_PLACES;
const MIN_PIECE = 3;
const MAX_PIECE = 5;

/** What each fact counts, so that a long text that has a little of everything is not convicted by their number. */
export const factValue = (facts: number): number => 1 / Math.sqrt(1 + facts / 24);

let lexicon: TopicLexicon | undefined;

export function textFeatures(folded: FoldedText, words: readonly Word[], links: LinkFacts): TextFeatures {
  lexicon ??= new TopicLexicon();
  const topics = matchTopics(words, lexicon);
  return {
    facts: readFacts(folded, links, words, topics),
    words: readWordPlaces(words),
    pieces: readPieces(folded),
    topics,
  };
}

export const topicsOf = (bits: number): readonly Topic[] =>
  TOPICS.filter((_, bit) => (bits & (1 << bit)) !== 0);

function matchTopics(words: readonly Word[], lexicon: TopicLexicon): readonly TopicMatch[] {
  const matches: TopicMatch[] = [];
  words.forEach((word, i) => {
    const next = words[i + 1];
    const pair = next === undefined ? 0 : lexicon.ofPair(word.text, next.text);
    if (pair !== 0) matches.push({ topics: pair, from: word.from, to: next!.to });
    const single = lexicon.ofWord(word.text);
    if (single !== 0) matches.push({ topics: single, from: word.from, to: word.to });
  });
  return matches;
}

/** Counts fall into a few classes: whether there are two or three of a thing tells more than the number. */
const some = (n: number): number => (n === 0 ? 0 : n === 1 ? 1 : n <= 3 ? 2 : n <= 8 ? 3 : 4);
const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((6 * part) / whole));

function readFacts(
  folded: FoldedText,
  links: LinkFacts,
  words: readonly Word[],
  topics: readonly TopicMatch[],
): readonly number[] {
  const { tricks } = folded;
  const shape = textShape(folded);
  const places: number[] = [];
  const present: number[] = [];
  const fact = (name: string): void => {
    places.push(placeOfFact(name));
  };
  const counts = countTopics(topics);
  TOPICS.forEach((topic, bit) => {
    const count = counts[bit]!;
    if (count === 0) return;
    present.push(bit);
    fact(`t:${topic}`);
    fact(`t:${topic}:${density(count, words.length)}`);
  });
  const marks: number[] = [];
  marksOf(folded, shape, links).forEach(([name, count], i) => {
    if (count === 0) return;
    fact(`m:${name}`);
    fact(`m:${name}:${some(count)}`);
    if (CROSSED_MARKS.has(name)) marks.push(TOPICS.length + i);
  });
  if (shape.endsAsking) fact('endsAsking');
  fact(`length:${Math.min(7, Math.floor(Math.log2(words.length + 1)))}`);
  fact(`capitals:${share(tricks.capitals, tricks.letters)}`);
  fact(`digits:${share(shape.digits, folded.plain.length)}`);
  fact(`differentPictures:${some(shape.differentPictures)}`);
  if (tricks.styled > 0) fact(`styled:${share(tricks.styled, tricks.letters + shape.digits)}`);
  if (links.links > 0) fact(`besideLinks:${some(Math.max(0, words.length - 4 * links.links))}`);
  addLocalPairs(topics, places);
  for (const mark of marks) {
    for (const topic of present) places.push(placeOfPair(topic, mark));
    for (const other of marks) if (other > mark) places.push(placeOfPair(mark, other));
  }
  if (shape.endsAsking || shape.questions > 0) {
    for (const topic of present) places.push(placeOfPair(ASKED, topic));
  }
  return places;
}

/** How far apart, in characters, two topics may stand to belong together, and how many are looked at. */
const NEAR_CHARACTERS = 60;
const NEAR_MATCHES = 8;

/** Pairs of topics that stand near each other, each once. A long text has all topics, but not side by side. */
function addLocalPairs(topics: readonly TopicMatch[], places: number[]): void {
  const seen = new Set<number>();
  for (let i = 0; i < topics.length; i += 1) {
    const first = topics[i]!;
    for (let j = i; j < Math.min(topics.length, i + NEAR_MATCHES); j += 1) {
      const second = topics[j]!;
      if (second.from - first.to > NEAR_CHARACTERS) break;
      addPairs(first.topics, second.topics, seen, places);
    }
  }
}

function addPairs(first: number, second: number, seen: Set<number>, places: number[]): void {
  for (let a = 0; a < TOPICS.length; a += 1) {
    if ((first & (1 << a)) === 0) continue;
    for (let b = 0; b < TOPICS.length; b += 1) {
      if (a === b || (second & (1 << b)) === 0) continue;
      const place = placeOfPair(Math.min(a, b), Math.max(a, b));
      if (seen.has(place)) continue;
      seen.add(place);
      places.push(place);
    }
  }
}

/** A topic's share of the words, in classes. */
const density = (count: number, words: number): number =>
  Math.min(4, Math.ceil((12 * count) / Math.max(1, words)));

const ASKED = 255;

const placeOfPair = (a: number, b: number): number =>
  hashPlace(hashStep(hashStep(HASH_SEED, a), b), FACT_PLACES);

const factPlaces = new Map<string, number>();

/** There are a few hundred facts; their places are worked out once. */
function placeOfFact(name: string): number {
  const known = factPlaces.get(name);
  if (known !== undefined) return known;
  const place = hashPlace(hashText(name), FACT_PLACES);
  factPlaces.set(name, place);
  return place;
}

function countTopics(topics: readonly TopicMatch[]): readonly number[] {
  const counts = new Array<number>(TOPICS.length).fill(0);
  for (const match of topics) {
    for (let bit = 0; bit < counts.length; bit += 1) if ((match.topics & (1 << bit)) !== 0) counts[bit]! += 1;
  }
  return counts;
}

const marksOf = (
  { tricks }: FoldedText,
  shape: TextShape,
  links: LinkFacts,
): readonly (readonly [string, number])[] => [
  ['amount', shape.amounts],
  ['percent', shape.percents],
  ['longNumber', shape.longNumbers],
  ['shortCode', shape.shortCodes],
  ['mention', shape.mentions],
  ['hashtag', shape.hashtags],
  ['cashtag', shape.cashtags],
  ['exclamation', shape.exclamations],
  ['question', shape.questions],
  ['pictures', shape.pictures],
  ['numberedName', shape.numberedNames],
  ['time', shape.times],
  ['styled', tricks.styled],
  ['hidden', tricks.hidden],
  ['mixedScript', tricks.mixedScriptWords],
  ['spaced', tricks.spacedWords],
  ['leet', tricks.leetWords],
  ['email', links.emails],
  ['link', links.links],
  ['disguisedLink', links.disguised],
  ['messenger', links.messengers],
  ['shortener', links.shorteners],
  ['officialLink', links.official],
  ['throwaway', links.throwaway],
  ['lookalike', links.lookalikes],
  ['scamForm', links.scamForms],
];

const CROSSED_MARKS = new Set([
  'amount',
  'percent',
  'longNumber',
  'mention',
  'cashtag',
  'link',
  'messenger',
  'numberedName',
  'pictures',
  'throwaway',
  'disguisedLink',
]);

const NUMBER = '0';

function readWordPlaces(words: readonly Word[]): readonly number[] {
  const places: number[] = [];
  let before = '';
  for (const word of words) {
    const text = /^\d+$/.test(word.text) ? NUMBER.repeat(Math.min(word.text.length, 6)) : word.text;
    places.push(FACT_PLACES + hashPlace(hashText(text, 1), GRAM_PLACES));
    if (before !== '') places.push(FACT_PLACES + hashPlace(hashText(`${before} ${text}`, 2), GRAM_PLACES));
    before = text;
  }
  return places;
}

/** Pieces of three to five characters within words, with the word's edges, and pictures by themselves. */
function readPieces({ skeleton }: FoldedText): readonly number[] {
  const { points, length } = skeleton;
  const places: number[] = [];
  for (let at = 0; at < length; at += 1) {
    const point = points[at]!;
    if (!isWordCharacter(point)) {
      if (classOf(point) !== GAP)
        places.push(FACT_PLACES + hashPlace(hashStep(HASH_SEED, point), GRAM_PLACES));
      if (!isWordCharacter(points[at + 1] ?? SPACE)) continue;
    }
    let hash = hashStep(HASH_SEED, isWordCharacter(point) ? point : SPACE);
    for (let n = 2; n <= MAX_PIECE; n += 1) {
      const next = at + n - 1 < length ? points[at + n - 1]! : SPACE;
      const inside = isWordCharacter(next);
      hash = hashStep(hash, inside ? next : SPACE);
      if (n >= MIN_PIECE) places.push(FACT_PLACES + hashPlace(hash, GRAM_PLACES));
      if (!inside) break;
    }
  }
  return places;
}
