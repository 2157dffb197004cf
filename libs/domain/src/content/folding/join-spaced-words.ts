import { classOf, isWordCharacter, LETTER, SYMBOL } from './character-class.js';
import { SPACE } from './fold-character.js';
import { TextView } from './text-view.js';

const SEPARATORS = new Set([SPACE, ...Array.from('.-_*·•|~,/+=:\'"', (c) => c.codePointAt(0)!)]);
const MIN_CHARACTERS = 3;
const MIN_LETTERS = 2;

/** "f r e e" and "f.r.e.e" become "free": three or more single characters, two of them letters, one separator apart. */
export function joinSpacedWords(view: TextView): { readonly view: TextView; readonly words: number } {
  const { points, length } = view;
  const single = (at: number): boolean =>
    at < length &&
    isWordCharacter(points[at]!) &&
    (at === 0 || !isWordCharacter(points[at - 1]!)) &&
    (at + 1 >= length || !isWordCharacter(points[at + 1]!));

  /** The single character after the one at `at`, one separator or a pair like "][" away; 0 when there is none. */
  const nextSingle = (at: number): number => {
    const separator = points[at + 1] ?? -1;
    if (SEPARATORS.has(separator) && single(at + 2)) return at + 2;
    const framed =
      classOf(separator) === SYMBOL && classOf(points[at + 2] ?? -1) === SYMBOL && at + 3 < length;
    return framed && single(at + 3) ? at + 3 : 0;
  };

  let joined: TextView | undefined;
  let copied = 0;
  let words = 0;
  for (let at = 0; at < length; at += 1) {
    if (!single(at)) continue;
    let last = at;
    let letters = classOf(points[at]!) === LETTER ? 1 : 0;
    let characters = 1;
    for (let next = nextSingle(last); next > 0; next = nextSingle(last)) {
      last = next;
      characters += 1;
      if (classOf(points[last]!) === LETTER) letters += 1;
    }
    if (characters >= MIN_CHARACTERS && letters >= MIN_LETTERS) {
      joined ??= new TextView(length);
      copy(view, copied, at, joined);
      for (let i = at; ; i = nextSingle(i)) {
        joined.push(points[i]!, view.starts[i]!, view.ends[i]!);
        if (i === last) break;
      }
      copied = last + 1;
      words += 1;
    }
    at = last;
  }
  if (joined === undefined) return { view, words };
  copy(view, copied, length, joined);
  return { view: joined, words };
}

function copy(from: TextView, start: number, end: number, to: TextView): void {
  for (let i = start; i < end; i += 1) to.push(from.points[i]!, from.starts[i]!, from.ends[i]!);
}
