import { latinOf } from '../folding/fold-character.js';

const DIGIT_LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  l: 'i',
};

/** What a domain label reads as at a glance: look-alikes, digits for letters, "rn" for "m", doubled letters. */
export function nameSkeleton(label: string): string {
  let skeleton = '';
  for (const character of label.toLowerCase()) {
    const letter = String.fromCodePoint(latinOf(character.codePointAt(0)!));
    const read = DIGIT_LETTERS[letter] ?? letter;
    if (!skeleton.endsWith(read)) skeleton += read;
  }
  return skeleton.replace(/rn/g, 'm').replace(/vv/g, 'w');
}
