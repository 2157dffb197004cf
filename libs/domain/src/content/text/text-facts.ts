import type { FoldedText } from '../folding/fold-text.js';
import {
  ASKED,
  BESIDE_LINKS_PLACES,
  CAPITALS_PLACES,
  DIGITS_PLACES,
  ENDS_ASKING_PLACE,
  LENGTH_PLACES,
  MARK_COUNT_PLACES,
  MARK_PLACES,
  PICTURES_PLACES,
  placeOfPair,
  STYLED_PLACES,
  TOPIC_DENSITY_PLACES,
  TOPIC_PLACES,
} from './fact-places.js';
import type { LinkFacts } from './link-facts.js';
import { CROSSED_MARKS, countMarks } from './text-marks.js';
import { textShape } from './text-shape.js';
import { addLocalPairs, type TopicMatch } from './topic-pairs.js';
import { TOPICS } from './topics.js';
import type { Word } from './words.js';

/** Counts fall into a few classes: whether there are two or three of a thing tells more than the number. */
const some = (n: number): number => (n === 0 ? 0 : n === 1 ? 1 : n <= 3 ? 2 : n <= 8 ? 3 : 4);
const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.min(7, Math.round((6 * part) / whole));

export function readFacts(
  folded: FoldedText,
  links: LinkFacts,
  words: readonly Word[],
  topics: readonly TopicMatch[],
): readonly number[] {
  const { tricks } = folded;
  const shape = textShape(folded);
  const places: number[] = [];
  const present: number[] = [];
  countTopics(topics).forEach((count, topic) => {
    if (count === 0) return;
    present.push(topic);
    places.push(TOPIC_PLACES[topic]!, TOPIC_DENSITY_PLACES[topic]![density(count, words.length)]!);
  });
  const marks: number[] = [];
  countMarks(folded, shape, links).forEach((count, mark) => {
    if (count === 0) return;
    places.push(MARK_PLACES[mark]!, MARK_COUNT_PLACES[mark]![some(count)]!);
    if (CROSSED_MARKS.has(mark)) marks.push(TOPICS.length + mark);
  });
  if (shape.endsAsking) places.push(ENDS_ASKING_PLACE);
  places.push(
    LENGTH_PLACES[Math.min(7, Math.floor(Math.log2(words.length + 1)))]!,
    CAPITALS_PLACES[share(tricks.capitals, tricks.letters)]!,
    DIGITS_PLACES[share(shape.digits, folded.plain.length)]!,
    PICTURES_PLACES[some(shape.differentPictures)]!,
  );
  if (tricks.styled > 0) places.push(STYLED_PLACES[share(tricks.styled, tricks.letters + shape.digits)]!);
  if (links.links > 0) places.push(BESIDE_LINKS_PLACES[some(Math.max(0, words.length - 4 * links.links))]!);
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

/** A topic's share of the words, in classes. */
const density = (count: number, words: number): number =>
  Math.min(4, Math.ceil((12 * count) / Math.max(1, words)));

function countTopics(topics: readonly TopicMatch[]): readonly number[] {
  const counts = new Array<number>(TOPICS.length).fill(0);
  for (const match of topics) {
    for (let bits = match.topics; bits !== 0; bits &= bits - 1) counts[31 - Math.clz32(bits & -bits)]! += 1;
  }
  return counts;
}
