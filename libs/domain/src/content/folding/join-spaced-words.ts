import { classOf, isWordCharacter, LETTER } from './character-class.js';
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

  let joined: TextView | undefined;
  let copied = 0;
  let words = 0;
  for (let at = 0; at < length; at += 1) {
    if (!single(at)) continue;
    let last = at;
    let letters = classOf(points[at]!) === LETTER ? 1 : 0;
    while (last + 2 < length && SEPARATORS.has(points[last + 1]!) && single(last + 2)) {
      last += 2;
      if (classOf(points[last]!) === LETTER) letters += 1;
    }
    if ((last - at) / 2 + 1 >= MIN_CHARACTERS && letters >= MIN_LETTERS) {
      joined ??= new TextView(length);
      copy(view, copied, at, joined);
      for (let i = at; i <= last; i += 2) joined.push(points[i]!, view.starts[i]!, view.ends[i]!);
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
