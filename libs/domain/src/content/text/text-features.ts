import { classOf, GAP, isWordCharacter } from '../folding/character-class.js';
import { SPACE } from '../folding/fold-character.js';
import type { FoldedText } from '../folding/fold-text.js';
import { HASH_SEED, hashPlace, hashStep, hashText } from '../model/hashing.js';
import { FACT_PLACES, TEXT_PLACES } from './fact-places.js';
import type { LinkFacts } from './link-facts.js';
import { readFacts } from './text-facts.js';
import { TopicLexicon } from './topic-lexicon.js';
import type { TopicMatch } from './topic-pairs.js';
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

const NUMBER = '0';

function isNumber(word: string): boolean {
  for (let i = 0; i < word.length; i += 1)
    if (word.charCodeAt(i) < 48 || word.charCodeAt(i) > 57) return false;
  return true;
}

function readWordPlaces(words: readonly Word[]): readonly number[] {
  const places: number[] = [];
  let before = '';
  for (const word of words) {
    const text = isNumber(word.text) ? NUMBER.repeat(Math.min(word.text.length, 6)) : word.text;
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
