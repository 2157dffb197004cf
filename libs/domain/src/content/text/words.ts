import { classOf, isUnspaced, isWordCharacter, LETTER } from '../folding/character-class.js';
import type { TextView } from '../folding/text-view.js';

/**
 * A word of a folded text; an apostrophe within it is dropped, so that "don't" and "dont" are one word. In scripts that
 * put no spaces between words every character is one, so that a phrase is found wherever it stands.
 */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const APOSTROPHES = new Set(Array.from("'’ʼ`", (c) => c.codePointAt(0)!));
/** A longer run without a gap is cut: no word is this long, and looking pieces of it up must stay cheap. */
const MAX_WORD = 64;

export function readWords(view: TextView): readonly Word[] {
  const words: Word[] = [];
  for (let at = 0; at < view.length; ) {
    if (!isWordCharacter(view.points[at]!)) {
      at += 1;
      continue;
    }
    if (isUnspaced(view.points[at]!)) {
      words.push({ text: String.fromCodePoint(view.points[at]!), from: at, to: at + 1 });
      at += 1;
      continue;
    }
    let to = at + 1;
    let dropped = false;
    for (; to < view.length && to - at < MAX_WORD; to += 1) {
      const point = view.points[to]!;
      if (isUnspaced(point)) break;
      if (isWordCharacter(point)) continue;
      if (!withinWord(view, to)) break;
      dropped = true;
    }
    const points = view.points.slice(at, to);
    const text = String.fromCodePoint(...(dropped ? points.filter(isWordCharacter) : points));
    words.push({ text, from: at, to });
    at = to;
  }
  return words;
}

const withinWord = (view: TextView, at: number): boolean =>
  APOSTROPHES.has(view.points[at]!) &&
  classOf(view.points[at - 1] ?? -1) === LETTER &&
  at + 1 < view.length &&
  classOf(view.points[at + 1]!) === LETTER;
