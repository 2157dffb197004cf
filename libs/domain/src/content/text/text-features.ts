import { classOf, DIGIT, GAP, isUnspaced, isWordCharacter } from '../folding/character-class.js';
import { SPACE } from '../folding/fold-character.js';
import type { FoldedText } from '../folding/fold-text.js';
import { HASH_SEED, hashPlaceBits, hashStep } from '../model/hashing.js';
import { FACT_PLACES, GRAM_PLACES } from './fact-places.js';
import type { LinkFacts } from './link-facts.js';
import { readFacts } from './text-facts.js';
import { TopicLexicon } from './topic-lexicon.js';
import type { TopicMatch } from './topic-pairs.js';
import { TOPICS, type Topic } from './topics.js';
import type { Word } from './words.js';

/**
 * A text as places in the model's table of weights. Facts (topics, their pairs, the shape of the text, its links) count
 * one each; words and pieces of words count less the more there are. Training and scanning use this one function, and it
 * depends on nothing but the text.
 */
export interface TextFeatures {
  readonly facts: readonly number[];
  /** Words and signs by themselves and in pairs. */
  readonly words: readonly number[];
  readonly pieces: readonly number[];
  readonly topics: readonly TopicMatch[];
}

const MIN_PIECE = 3;
const MAX_PIECE = 5;
const PIECES_AT_A_CHARACTER = MAX_PIECE - MIN_PIECE + 1;

/** What each fact counts: together they are bounded, so that a long text that has a little of everything is not convicted by their number. */
export const factValue = (facts: number): number => 1 / (1 + facts / 24);

/** What each of so many words or pieces counts: ten times as many say four times as much. */
export const gramValue = (grams: number): number => (grams || 1) ** -0.4;

let lexicon: TopicLexicon | undefined;

export function textFeatures(folded: FoldedText, words: readonly Word[], links: LinkFacts): TextFeatures {
  lexicon ??= new TopicLexicon();
  const topics = matchTopics(words, lexicon);
  return {
    facts: readFacts(folded, links, words, topics),
    words: readWordPlaces(folded),
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

const ZERO = 48;
/** Numbers are told apart by their length alone, and that only up to here. */
const MAX_DIGITS = 6;
/** How many of the words and signs that follow one are taken together with it: "work from home", "win $ 500". */
const PARTNERS = 3;

/** Every word and every sign by itself, and together with each of the next three and how far on that stands. */
function readWordPlaces(folded: FoldedText): readonly number[] {
  const hashes = hashWords(folded);
  const places = new Array<number>((1 + PARTNERS) * hashes.length);
  let count = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const word = hashes[at]!;
    places[count++] = placeOfGram(word);
    const last = Math.min(hashes.length - 1, at + PARTNERS);
    for (let next = at + 1; next <= last; next += 1) {
      places[count++] = placeOfGram(hashStep(hashStep(word, next - at), hashes[next]!));
    }
  }
  places.length = count;
  return places;
}

function hashWords({ skeleton }: FoldedText): readonly number[] {
  const { points, length } = skeleton;
  const hashes: number[] = [];
  for (let at = 0; at < length; ) {
    const first = points[at]!;
    if (classOf(first) === GAP) {
      at += 1;
      continue;
    }
    const from = at;
    let hash = hashStep(HASH_SEED, first);
    let digits = classOf(first) === DIGIT;
    at += 1;
    if (isWordCharacter(first) && !isUnspaced(first)) {
      for (; at < length && isWordCharacter(points[at]!) && !isUnspaced(points[at]!); at += 1) {
        digits &&= classOf(points[at]!) === DIGIT;
        hash = hashStep(hash, points[at]!);
      }
    }
    hashes.push(digits ? NUMBERS[Math.min(at - from, MAX_DIGITS)]! : hash);
  }
  return hashes;
}

const NUMBERS = Array.from({ length: MAX_DIGITS + 1 }, (_, digits) =>
  Array.from({ length: digits }).reduce<number>((hash) => hashStep(hash, ZERO), HASH_SEED),
);

/** Pieces of three to five characters within words, with the word's edges, and pictures by themselves. */
function readPieces({ skeleton }: FoldedText): readonly number[] {
  const { points, length } = skeleton;
  const inWord = new Uint8Array(length + 1);
  for (let at = 0; at < length; at += 1) inWord[at] = isWordCharacter(points[at]!) ? 1 : 0;
  const places = new Array<number>(PIECES_AT_A_CHARACTER * length);
  let count = 0;
  for (let at = 0; at < length; at += 1) {
    const point = points[at]!;
    const inside = inWord[at] === 1;
    if (!inside) {
      if (classOf(point) !== GAP) places[count++] = placeOfGram(hashStep(HASH_SEED, point));
      if (inWord[at + 1] === 0) continue;
    }
    let hash = hashStep(HASH_SEED, inside ? point : SPACE);
    for (let n = 2; n <= MAX_PIECE; n += 1) {
      const next = at + n - 1;
      const ends = inWord[next] !== 1;
      hash = hashStep(hash, ends ? SPACE : points[next]!);
      if (n >= MIN_PIECE) places[count++] = placeOfGram(hash);
      if (ends) break;
    }
  }
  places.length = count;
  return places;
}

const placeOfGram = (hash: number): number => FACT_PLACES + hashPlaceBits(hash, GRAM_PLACES);
