import { LOOK_ALIKES } from './look-alikes.js';

/**
 * What one character reads as. `plainOf` undoes typography (case, styled alphabets, full width, invisible characters);
 * `skeletonOf` goes on to what the eye takes it for, so that letters of different scripts that look the same become
 * the same. Both depend on nothing but the character, which is what makes folding linear and idempotent.
 */

export const SPACE = 32;
const ASCII_LIMIT = 128;

const LOOK_ALIKE_LETTERS = new Map<number, number>();
for (const [letter, characters] of Object.entries(LOOK_ALIKES)) {
  for (const character of characters) LOOK_ALIKE_LETTERS.set(character.codePointAt(0)!, letter.charCodeAt(0));
}
// A capital that has a look-alike lends it to its small letter, so that both cases of a word fold alike.
for (const [point, letter] of [...LOOK_ALIKE_LETTERS]) {
  const small = String.fromCodePoint(point).toLowerCase().codePointAt(0)!;
  if (small >= ASCII_LIMIT && !LOOK_ALIKE_LETTERS.has(small)) LOOK_ALIKE_LETTERS.set(small, letter);
}

const INVISIBLE = /[\p{Cf}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}\u2800]/u;
const CONTROL = /\p{Cc}/u;
const WHITESPACE = /\s/u;
/** Marks that are piled onto letters to disguise them; vowel signs of other scripts stay. */
const PILED_MARKS: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
];
const isPiledMark = (point: number): boolean =>
  PILED_MARKS.some(([first, last]) => point >= first && point <= last);
const DOTS = new Map([
  [0x3002, 46],
  [0x2024, 46],
  [0xa4f8, 46],
]);

/** Letters in a frame that normalization leaves alone, by the first of their twenty-six. */
const FRAMED_ALPHABETS = [0x1f1e6, 0x1f150, 0x1f170];

/** Digits in a filled circle, by the one that stands for 1. */
const FRAMED_DIGITS = [0x2776, 0x2780, 0x278a];

function framedLetter(point: number): number | undefined {
  for (const first of FRAMED_DIGITS) if (point >= first && point < first + 9) return 49 + point - first;
  for (const first of FRAMED_ALPHABETS) if (point >= first && point < first + 26) return 97 + point - first;
  return undefined;
}

export interface PlainCharacter {
  readonly points: readonly number[];
  /** Drawn in a styled alphabet: mathematical, full width, circled, squared, small capital. */
  readonly styled: boolean;
  /** Not drawn at all, or piled on another character. */
  readonly hidden: boolean;
}

const NOTHING: readonly number[] = [];

function computePlain(point: number): PlainCharacter {
  const character = String.fromCodePoint(point);
  if (WHITESPACE.test(character)) return { points: [SPACE], styled: false, hidden: false };
  if (CONTROL.test(character) || INVISIBLE.test(character) || isPiledMark(point)) {
    return { points: NOTHING, styled: false, hidden: true };
  }
  const framed = framedLetter(point) ?? DOTS.get(point);
  if (framed !== undefined) return { points: [framed], styled: framed !== 46, hidden: false };
  if (point >= 0xd800 && point <= 0xdfff) return { points: [0xfffd], styled: false, hidden: false };

  const points: number[] = [];
  const normal = character.normalize('NFKC').toLowerCase().normalize('NFC');
  for (const part of normal) {
    if (WHITESPACE.test(part)) points.push(SPACE);
    else if (!INVISIBLE.test(part) && !isPiledMark(part.codePointAt(0)!) && !CONTROL.test(part)) {
      points.push(DOTS.get(part.codePointAt(0)!) ?? part.codePointAt(0)!);
    }
  }
  const first = points[0];
  const styled =
    points.length === 1 &&
    first !== undefined &&
    first !== point &&
    first < ASCII_LIMIT &&
    isStyled(point, first);
  return { points, styled, hidden: points.length === 0 };
}

/** A letter or digit that stands for an ASCII one is styled, unless it is ordinary typography of its script. */
const isStyled = (point: number, plain: number): boolean =>
  point >= ASCII_LIMIT && ((plain >= 97 && plain <= 122) || (plain >= 48 && plain <= 57)) && point !== 0x212a;

const CACHED_POINTS = 0x20000;
const plainCache: (PlainCharacter | undefined)[] = [];
plainCache.length = CACHED_POINTS;

export function plainOf(point: number): PlainCharacter {
  if (point >= CACHED_POINTS) return computePlain(point);
  const known = plainCache[point];
  if (known !== undefined) return known;
  const computed = computePlain(point);
  plainCache[point] = computed;
  return computed;
}

/** Asked for every character: what was worked out once is kept in tables, 0 where it was not yet. */
const latinCache = new Int32Array(CACHED_POINTS);
const writtenLookAlikes = new Int32Array(CACHED_POINTS);
for (const [point, letter] of LOOK_ALIKE_LETTERS)
  if (point < CACHED_POINTS) writtenLookAlikes[point] = letter;
const LETTER_I = 105;
const LETTER_L = 108;

/** The Latin letter a plain character resembles, else the character without piled marks. */
export function latinOf(point: number): number {
  if (point < ASCII_LIMIT) return point;
  if (point >= CACHED_POINTS) return computeLatin(point);
  const known = latinCache[point]!;
  if (known !== 0) return known;
  const letter = computeLatin(point);
  latinCache[point] = letter;
  return letter;
}

function computeLatin(point: number): number {
  const bare = bareOf(point);
  return LOOK_ALIKE_LETTERS.get(point) ?? LOOK_ALIKE_LETTERS.get(bare) ?? bare;
}

function bareOf(point: number): number {
  const parts = Array.from(String.fromCodePoint(point).normalize('NFD'), (part) => part.codePointAt(0)!);
  const kept = parts.filter((part) => !isPiledMark(part));
  return kept.length === 1 ? kept[0]! : point;
}

/** What the eye takes a plain character for. "l" and "i" are one: capital i, small L and one are drawn alike. */
export function skeletonOf(point: number): number {
  const letter = latinOf(point);
  return letter === LETTER_L ? LETTER_I : letter;
}

/** The look-alike of the character as written, before its case is lost: a capital may resemble another letter. */
export function writtenLookAlike(point: number): number | undefined {
  if (point >= CACHED_POINTS) return LOOK_ALIKE_LETTERS.get(point);
  return writtenLookAlikes[point] || undefined;
}
