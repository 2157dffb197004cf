import { foldedString } from '../folding/fold-text.js';
import { TOPIC_WORDS, TOPICS } from './topics.js';

/** Looks folded words up in the topics: whole words, beginnings, and two words in a row. */
export class TopicLexicon {
  readonly #words = new Map<string, number>();
  readonly #beginnings = new Map<string, number>();
  readonly #pairs = new Map<string, number>();
  readonly #firstOfPair = new Set<string>();
  readonly #lengths: readonly number[];

  constructor() {
    TOPICS.forEach((topic, bit) => {
      for (const entry of TOPIC_WORDS[topic].split(' ')) this.#add(entry, 1 << bit);
    });
    this.#lengths = [...new Set([...this.#beginnings.keys()].map((word) => word.length))].sort(
      (a, b) => a - b,
    );
  }

  /** The topics of a word as bits in the order of `TOPICS`. */
  ofWord(word: string): number {
    let topics = this.#words.get(word) ?? 0;
    for (const length of this.#lengths) {
      if (length > word.length) break;
      topics |= this.#beginnings.get(word.slice(0, length)) ?? 0;
    }
    return topics;
  }

  ofPair(first: string, second: string): number {
    return this.#firstOfPair.has(first) ? (this.#pairs.get(`${first} ${second}`) ?? 0) : 0;
  }

  #add(entry: string, topic: number): void {
    const open = entry.endsWith('*');
    const words = foldedString((open ? entry.slice(0, -1) : entry).replace(/['’]/g, '').replace(/_/g, ' '))
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter(Boolean);
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
