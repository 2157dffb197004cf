import { classOf, DIGIT, LETTER, PICTURE, SYMBOL } from '../folding/character-class.js';
import type { FoldedText } from '../folding/fold-text.js';

/** What a text looks like, whatever it says: amounts, numbers, mentions, pictures, shouting. */
export interface TextShape {
  readonly amounts: number;
  readonly percents: number;
  readonly longNumbers: number;
  readonly mentions: number;
  readonly hashtags: number;
  readonly cashtags: number;
  readonly pictures: number;
  readonly differentPictures: number;
  readonly digits: number;
  readonly exclamations: number;
  readonly questions: number;
  readonly endsAsking: boolean;
  /** Words of letters that end in two to four digits: "alexis17". */
  readonly numberedNames: number;
  readonly shortCodes: number;
  readonly times: number;
}

const code = (character: string): number => character.codePointAt(0)!;
const CURRENCIES = new Set(Array.from('$€£¥₽₴₹₩₫₺₱฿', code));
const PERCENT = code('%');
const AT = code('@');
const HASH = code('#');
const EXCLAMATION = code('!');
const QUESTION = new Set(Array.from('?？؟', code));
const MONEY_PICTURES = new Set(Array.from('💰💵💸🤑💳🪙💎', code));
const LONG_NUMBER = 7;

export function textShape({ plain }: FoldedText): TextShape {
  const { points, length } = plain;
  const pictures = new Set<number>();
  const shape = {
    amounts: 0,
    percents: 0,
    longNumbers: 0,
    mentions: 0,
    hashtags: 0,
    cashtags: 0,
    pictures: 0,
    digits: 0,
    exclamations: 0,
    questions: 0,
    numberedNames: 0,
    shortCodes: 0,
    times: 0,
  };
  let last = -1;
  for (let at = 0; at < length; at += 1) {
    const point = points[at]!;
    const kind = classOf(point);
    const next = at + 1 < length ? points[at + 1]! : -1;
    if (kind === SYMBOL || kind === PICTURE) {
      if (kind === PICTURE) {
        shape.pictures += 1;
        pictures.add(point);
      }
      if (CURRENCIES.has(point)) {
        if (classOf(next) === DIGIT || classOf(last) === DIGIT) shape.amounts += 1;
        else if (classOf(next) === LETTER) shape.cashtags += 1;
      } else if (MONEY_PICTURES.has(point)) shape.amounts += 1;
      else if (point === PERCENT && classOf(last) === DIGIT) shape.percents += 1;
      else if (point === AT && classOf(next) === LETTER && classOf(last) !== LETTER) shape.mentions += 1;
      else if (point === HASH && classOf(next) === LETTER) shape.hashtags += 1;
      else if (point === EXCLAMATION) shape.exclamations += 1;
      else if (QUESTION.has(point)) shape.questions += 1;
    } else if (kind === DIGIT) {
      const end = digitsEnd(points, length, at);
      const run = end - at;
      shape.digits += run;
      const after = end < length ? points[end]! : -1;
      if (run >= LONG_NUMBER) shape.longNumbers += 1;
      else if (run >= 4) shape.shortCodes += 1;
      if (classOf(last) === LETTER && run >= 2 && run <= 4) shape.numberedNames += 1;
      if (run <= 2 && after === 58) shape.times += 1;
      at = end - 1;
    }
    last = points[at]!;
  }
  return { differentPictures: pictures.size, endsAsking: endsAsking(points, length), ...shape };
}

function digitsEnd(points: readonly number[], length: number, from: number): number {
  let at = from;
  while (at < length && classOf(points[at]!) === DIGIT) at += 1;
  return at;
}

function endsAsking(points: readonly number[], length: number): boolean {
  for (let at = length - 1; at >= Math.max(0, length - 6); at -= 1) {
    if (QUESTION.has(points[at]!)) return true;
    if (classOf(points[at]!) === LETTER) return false;
  }
  return false;
}
