import { classOf, DIGIT, isWordCharacter, LETTER } from './character-class.js';
import { TextView } from './text-view.js';

const DIGIT_LETTERS = new Map(
  Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 6: 'b', 7: 't', 8: 'b', 9: 'g' }).map(
    ([digit, letter]) => [digit.charCodeAt(0), letter.charCodeAt(0)],
  ),
);
const SYMBOL_LETTERS = new Map(
  Object.entries({ '@': 'a', $: 's', '€': 'e', '|': 'i' }).map(([symbol, letter]) => [
    symbol.charCodeAt(0),
    letter.charCodeAt(0),
  ]),
);
/** Longer runs of digits in a word are a number: "win1000". */
const MAX_DIGIT_RUN = 2;
const MIN_LETTERS = 2;

/** "fr33", "c@sh" and "b0nus" become words: short runs of digits, and symbols between letters, inside a word. */
export function foldLeet(view: TextView): { readonly view: TextView; readonly words: number } {
  const folded = new TextView(view.length);
  let words = 0;
  for (let at = 0; at < view.length; ) {
    const end = wordEnd(view, at);
    if (end === at) {
      folded.push(view.points[at]!, view.starts[at]!, view.ends[at]!);
      at += 1;
    } else {
      if (foldWord(view, at, end, folded)) words += 1;
      at = end;
    }
  }
  return { view: folded, words };
}

const isWordAt = (view: TextView, at: number): boolean =>
  at >= 0 && at < view.length && isWordCharacter(view.points[at]!);

/** A symbol that may stand for a letter: between characters of a word. */
const isInnerSymbol = (view: TextView, at: number): boolean =>
  SYMBOL_LETTERS.has(view.points[at]!) && isWordAt(view, at - 1) && isWordAt(view, at + 1);

function wordEnd(view: TextView, from: number): number {
  let at = from;
  while (at < view.length && (isWordCharacter(view.points[at]!) || (at > from && isInnerSymbol(view, at)))) {
    at += 1;
  }
  return at;
}

function foldWord(view: TextView, from: number, end: number, to: TextView): boolean {
  const { disguised, onlyLetters } = readWord(view, from, end);
  if (onlyLetters) {
    for (let i = from; i < end; i += 1) pushLetter(to, view.points[i]!, view, i);
    return false;
  }
  let changed = false;
  for (let i = from; i < end; ) {
    const run = disguised ? digitRun(view, i, end) : 0;
    const until = i + Math.max(run, 1);
    for (; i < until; i += 1) {
      const point = view.points[i]!;
      const letter = run > 0 ? letterOfDigit(point, run) : letterOfSymbol(view, i, end, disguised, to);
      if (letter !== undefined) changed = true;
      pushLetter(to, letter ?? point, view, i);
    }
  }
  return changed;
}

/** Disguised is a word with digits in it, not a number with letters. */
function readWord(
  view: TextView,
  from: number,
  end: number,
): { readonly disguised: boolean; readonly onlyLetters: boolean } {
  let letters = 0;
  let digits = 0;
  for (let i = from; i < end; i += 1) {
    const kind = classOf(view.points[i]!);
    if (kind === LETTER) letters += 1;
    else if (kind === DIGIT) digits += 1;
  }
  return { disguised: letters >= MIN_LETTERS && letters >= digits, onlyLetters: letters === end - from };
}

const letterOfDigit = (point: number, run: number): number | undefined =>
  run <= MAX_DIGIT_RUN ? DIGIT_LETTERS.get(point) : undefined;

/** A symbol becomes a letter only where both its neighbours are letters in the end, or folding again would go on. */
function letterOfSymbol(
  view: TextView,
  at: number,
  end: number,
  disguised: boolean,
  to: TextView,
): number | undefined {
  const letter = SYMBOL_LETTERS.get(view.points[at]!);
  if (letter === undefined || !disguised || classOf(to.last()) !== LETTER) return undefined;
  const next = view.points[at + 1]!;
  if (classOf(next) === LETTER) return letter;
  return letterOfDigit(next, digitRun(view, at + 1, end)) === undefined ? undefined : letter;
}

function digitRun(view: TextView, from: number, end: number): number {
  let at = from;
  while (at < end && classOf(view.points[at]!) === DIGIT) at += 1;
  return at - from;
}

function pushLetter(to: TextView, point: number, view: TextView, at: number): void {
  if (to.last() === point && classOf(point) === LETTER) to.extendLast(view.ends[at]!);
  else to.push(point, view.starts[at]!, view.ends[at]!);
}
