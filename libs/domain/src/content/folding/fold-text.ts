import { MAX_SCANNED_CHARS } from '../content.js';
import { classOf, DIGIT, GAP, isUnspaced, LETTER } from './character-class.js';
import { plainOf, SPACE, skeletonOf, writtenLookAlike } from './fold-character.js';
import { foldLeet } from './fold-leet.js';
import { joinSpacedWords } from './join-spaced-words.js';
import { TextView } from './text-view.js';

/**
 * Folding undoes what people do to a text so that filters miss it: styled alphabets, letters of another script,
 * invisible characters, digits for letters, s p a c e d words, repeated letters. It is linear, folding a folded text
 * changes nothing, and every folded character knows the piece of the original it stands for.
 */
export interface FoldedText {
  /** Small letters without styling and invisible characters: what links are read from. */
  readonly plain: TextView;
  /** What the eye takes the text for: what words, phrases and the model are read from. */
  readonly skeleton: TextView;
  readonly tricks: FoldingTricks;
  readonly scannedChars: number;
  readonly totalChars: number;
}

/** How often each disguise was undone. */
export interface FoldingTricks {
  readonly styled: number;
  readonly hidden: number;
  readonly bidi: number;
  readonly mixedScriptWords: number;
  readonly spacedWords: number;
  readonly leetWords: number;
  readonly capitals: number;
  readonly letters: number;
}

const TAIL_CHARS = MAX_SCANNED_CHARS / 4;

export function foldText(text: string): FoldedText {
  const reader = new Reader(Math.min(text.length, MAX_SCANNED_CHARS));
  if (text.length <= MAX_SCANNED_CHARS) reader.read(text, 0, text.length);
  else {
    reader.read(text, 0, MAX_SCANNED_CHARS - TAIL_CHARS);
    reader.gap(MAX_SCANNED_CHARS - TAIL_CHARS);
    reader.read(text, text.length - TAIL_CHARS, text.length);
  }
  const spaced = joinSpacedWords(reader.collapsed);
  const leet = foldLeet(spaced.view);
  return {
    plain: reader.plain,
    skeleton: leet.view,
    tricks: {
      styled: reader.styled + (reader.unspaced ? 0 : reader.fullWidth),
      hidden: reader.hidden,
      bidi: reader.bidi,
      mixedScriptWords: reader.mixedScriptWords,
      spacedWords: spaced.words,
      leetWords: leet.words,
      capitals: reader.capitals,
      letters: reader.letters,
    },
    scannedChars: Math.min(text.length, MAX_SCANNED_CHARS),
    totalChars: text.length,
  };
}

/** The folded text alone, for phrases and for comparing texts. */
export const foldedString = (text: string): string => foldText(text).skeleton.toString();

const isFullWidth = (point: number): boolean => point >= 0xff01 && point <= 0xff5e;

const isBidiControl = (point: number): boolean =>
  (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);

/** Reads the original once, into the plain view and, with runs of one character made one, the collapsed view. */
class Reader {
  readonly plain: TextView;
  readonly collapsed: TextView;
  styled = 0;
  /** Letters of full width: a disguise, but for texts in a script that they belong to. */
  fullWidth = 0;
  unspaced = false;
  hidden = 0;
  bidi = 0;
  mixedScriptWords = 0;
  capitals = 0;
  letters = 0;
  #latin = false;
  #foreign = false;

  constructor(expected: number) {
    this.plain = new TextView(expected);
    this.collapsed = new TextView(expected);
  }

  read(text: string, from: number, to: number): void {
    for (let at = from; at < to; ) {
      const point = text.codePointAt(at)!;
      const end = Math.min(at + (point > 0xffff ? 2 : 1), to);
      if (point < 128 && point >= SPACE && point !== 127) this.#readAscii(point, at, end);
      else this.#readOther(point, at, end);
      at = end;
    }
    this.#endWord();
  }

  /** A gap between two pieces of the text that are read apart. */
  gap(at: number): void {
    for (let i = 0; i < 2; i += 1) {
      this.plain.push(SPACE, at, at);
      this.#collapse(SPACE, at, at);
    }
  }

  #readAscii(point: number, start: number, end: number): void {
    const capital = point >= 65 && point <= 90;
    const plain = capital ? point + 32 : point;
    if (capital) this.capitals += 1;
    this.plain.push(plain, start, end);
    if (plain >= 97 && plain <= 122) {
      this.letters += 1;
      this.#latin = true;
    } else if (!(plain >= 48 && plain <= 57)) this.#endWord();
    this.#collapse(skeletonOf(plain), start, end);
  }

  #readOther(point: number, start: number, end: number): void {
    const { points, styled, hidden } = plainOf(point);
    if (styled && isFullWidth(point)) this.fullWidth += 1;
    else if (styled) this.styled += 1;
    else if (isUnspaced(point)) this.unspaced = true;
    if (hidden) {
      this.hidden += 1;
      if (isBidiControl(point)) this.bidi += 1;
    }
    const written = points.length === 1 ? writtenLookAlike(point) : undefined;
    for (const plain of points) {
      this.plain.push(plain, start, end);
      const skeleton = skeletonOf(written ?? plain);
      if (classOf(plain) === LETTER) {
        this.letters += 1;
        if (plain < 128) this.#latin = true;
        else if (skeleton < 128) this.#foreign = true;
      } else if (classOf(plain) !== DIGIT) this.#endWord();
      this.#collapse(skeleton, start, end);
    }
  }

  #endWord(): void {
    if (this.#latin && this.#foreign) this.mixedScriptWords += 1;
    this.#latin = false;
    this.#foreign = false;
  }

  /** One space stays one, more become two, so that s p a c e d  words stay apart; other repetitions become one. */
  #collapse(point: number, start: number, end: number): void {
    const view = this.collapsed;
    const repeated = view.last() === point && classOf(point) !== DIGIT;
    const wide =
      repeated && classOf(point) === GAP && view.length > 1 && view.points[view.length - 2] === SPACE;
    if (repeated && (classOf(point) !== GAP || wide)) view.extendLast(end);
    else view.push(point, start, end);
  }
}
