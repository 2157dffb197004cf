import { placeOfPair } from './fact-places.js';

/** A word, or two, that belong to topics, by their place in the skeleton. */
export interface TopicMatch {
  readonly topics: number;
  readonly from: number;
  readonly to: number;
}

/** How far apart, in characters, two topics may stand to belong together, and how many are looked at. */
const NEAR_CHARACTERS = 60;
const NEAR_MATCHES = 8;
/** Topics are bits of one number. */
const MAX_TOPICS = 32;
const PAIRS = MAX_TOPICS * MAX_TOPICS;

/** Pairs of topics that stand near each other, each once. A long text has all topics, but not side by side. */
export function addLocalPairs(topics: readonly TopicMatch[], places: number[]): void {
  const seen = new Uint8Array(PAIRS);
  for (let i = 0; i < topics.length; i += 1) {
    const first = topics[i]!;
    for (let j = i; j < Math.min(topics.length, i + NEAR_MATCHES); j += 1) {
      const second = topics[j]!;
      if (second.from - first.to > NEAR_CHARACTERS) break;
      addPairs(first.topics, second.topics, seen, places);
    }
  }
}

function addPairs(first: number, second: number, seen: Uint8Array, places: number[]): void {
  for (let rest = first; rest !== 0; rest &= rest - 1) {
    const a = 31 - Math.clz32(rest & -rest);
    for (let others = second & ~(1 << a); others !== 0; others &= others - 1) {
      const b = 31 - Math.clz32(others & -others);
      const pair = a < b ? a * MAX_TOPICS + b : b * MAX_TOPICS + a;
      if (seen[pair] === 1) continue;
      seen[pair] = 1;
      places.push(placeOfPair(Math.min(a, b), Math.max(a, b)));
    }
  }
}
