import type { ContentReferences, ListedPhrase } from './references.js';
import type { Word } from './text/words.js';

export interface FoundPhrase {
  readonly listed: ListedPhrase;
  readonly from: number;
  readonly to: number;
}

/** Each listed phrase once, where its words first stand in a row, however they are written. */
export function findPhrases(words: readonly Word[], references: ContentReferences): readonly FoundPhrase[] {
  if (references.phrases.size === 0) return [];
  const found = new Map<ListedPhrase, FoundPhrase>();
  words.forEach((word, at) => {
    for (const listed of references.phrases.get(word.text) ?? []) {
      if (found.has(listed) || !startsAt(words, at, listed.words)) continue;
      found.set(listed, { listed, from: word.from, to: words[at + listed.words.length - 1]!.to });
    }
  });
  return [...found.values()];
}

const startsAt = (words: readonly Word[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((text, i) => words[at + i]?.text === text);
