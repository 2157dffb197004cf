import { foldText } from '../folding/fold-text.js';
import { TOPIC_WORDS, TOPICS } from './topics.js';
import { readWords } from './words.js';

const NONE: readonly number[] = [];
const firstTwo = (word: string): number => word.charCodeAt(0) * 0x10000 + word.charCodeAt(1);

/** Looks folded words up in the topics: whole words, beginnings, and two words in a row. */
export class TopicLexicon {
  readonly #words = new Map<string, number>();
  readonly #beginnings = new Map<string, number>();
  readonly #pairs = new Map<string, number>();
  readonly #firstOfPair = new Set<string>();
  /** How long the beginnings are that share their first two characters: most words share theirs with none. */
  readonly #lengths = new Map<number, readonly number[]>();

  constructor() {
    TOPICS.forEach((topic, bit) => {
      for (const entry of TOPIC_WORDS[topic].split(' ')) this.#add(entry, 1 << bit);
    });
    for (const beginning of this.#beginnings.keys()) {
      const key = firstTwo(beginning);
      this.#lengths.set(key, [...new Set([...(this.#lengths.get(key) ?? []), beginning.length])]);
    }
  }

  /** The topics of a word as bits in the order of `TOPICS`. */
  ofWord(word: string): number {
    let topics = this.#words.get(word) ?? 0;
    for (const length of this.#lengths.get(firstTwo(word)) ?? NONE) {
      if (length <= word.length) topics |= this.#beginnings.get(word.slice(0, length)) ?? 0;
    }
    return topics;
  }

  ofPair(first: string, second: string): number {
    return this.#firstOfPair.has(first) ? (this.#pairs.get(`${first} ${second}`) ?? 0) : 0;
  }

  #add(entry: string, topic: number): void {
    const open = entry.endsWith('*');
    const written = (open ? entry.slice(0, -1) : entry).replace(/_/g, ' ');
    const words = readWords(foldText(written).skeleton).map((word) => word.text);
    if (words.length > 1) {
      const [first, second] = words.slice(-2);
      const pair = `${first} ${second}`;
      this.#firstOfPair.add(first!);
      this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) | topic);
    } else if (words.length === 1) {
      const target = open ? this.#beginnings : this.#words;
      target.set(words[0]!, (target.get(words[0]!) ?? 0) | topic);
    }
  }
}
