/** What kind of character a folded code point is; a word is a run of letters and digits. */
export const SYMBOL = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const GAP = 3;
export const PICTURE = 4;

/** From here on stand the scripts without spaces; what is below is not looked at closer. */
const FIRST_UNSPACED = 0x0e00;
const IS_UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const IS_LETTER = /[\p{L}\p{M}]/u;
const IS_DIGIT = /\p{N}/u;
const IS_PICTURE = /\p{Extended_Pictographic}/u;
const UNKNOWN = 255;
const classes = new Uint8Array(0x20000).fill(UNKNOWN);

function compute(point: number): number {
  if (point === 32) return GAP;
  const character = String.fromCodePoint(point);
  if (IS_LETTER.test(character)) return LETTER;
  if (IS_DIGIT.test(character)) return DIGIT;
  return point > 127 && IS_PICTURE.test(character) ? PICTURE : SYMBOL;
}

export function classOf(point: number): number {
  if (point >= classes.length || point < 0) return point < 0 ? GAP : compute(point);
  const known = classes[point]!;
  if (known !== UNKNOWN) return known;
  const computed = compute(point);
  classes[point] = computed;
  return computed;
}

export const isWordCharacter = (point: number): boolean => {
  const kind = classOf(point);
  return kind === LETTER || kind === DIGIT;
};

const unspaced = new Map<number, boolean>();

/** A letter of a script that puts no spaces between words. */
export function isUnspaced(point: number): boolean {
  if (point < FIRST_UNSPACED) return false;
  const known = unspaced.get(point);
  if (known !== undefined) return known;
  const computed = classOf(point) === LETTER && IS_UNSPACED.test(String.fromCodePoint(point));
  unspaced.set(point, computed);
  return computed;
}
