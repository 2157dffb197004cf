/**
 * Codes that buyers type: letters and digits that are not mistaken for each other, in whatever case. Those that work once
 * are drawn from enough of them that guessing one among a million given out takes billions of tries.
 */

/** No 0 and O, no 1, I and L, no U that makes words. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
export const CODE_LENGTH = 10;
export const MAX_CODES_AT_ONCE = 100_000;

/** How a code is kept and compared. */
export const plainCode = (typed: string): string => typed.trim().toUpperCase();

/** A code of random bytes; 240 of 256 are taken, so that every letter is as likely. Null when too few are left. */
export function drawCode(random: Uint8Array, prefix: string): string | null {
  const usable = random.filter((byte) => byte < LETTERS.length * Math.floor(256 / LETTERS.length));
  if (usable.length < CODE_LENGTH) return null;
  const drawn = [...usable.subarray(0, CODE_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]);
  return `${plainCode(prefix)}${drawn.join('')}`;
}

/** A single-use code that a purchase gave, as it was found. */
export interface FoundCode {
  readonly promotionId: string;
  /** Used by a purchase before, or taken back. */
  readonly spent: boolean;
}
