import { foldedString } from '@coinwarden/domain';

/**
 * Groups of texts that say the same in nearly the same words, so that no group is both learnt from and tested on. Texts
 * are near when most of their five-character pieces agree (min-hash, banded); digits do not tell texts apart.
 */
const PIECE = 5;
const BANDS = 6;
const ROWS = 3;

export const duplicateKey = (text: string): string =>
  foldedString(text)
    .replace(/\p{N}+/gu, '0')
    .replace(/[^\p{L}\p{M}0]+/gu, '');

export function groupNearDuplicates(texts: readonly string[]): readonly number[] {
  const parents = texts.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parents[root] !== root) root = parents[root]!;
    for (let at = i; parents[at] !== root; ) {
      const next = parents[at]!;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  const first = new Map<string, number>();
  texts.forEach((text, i) => {
    for (const key of bandKeys(duplicateKey(text))) {
      const other = first.get(key);
      if (other === undefined) first.set(key, i);
      else parents[rootOf(i)] = rootOf(other);
    }
  });
  return texts.map((_, i) => rootOf(i));
}

function bandKeys(key: string): readonly string[] {
  if (key.length < PIECE * 2) return [key];
  const minima = new Array<number>(BANDS * ROWS).fill(0xffffffff);
  for (let i = 0; i + PIECE <= key.length; i += 1) {
    let hash = 0x811c9dc5;
    for (let j = i; j < i + PIECE; j += 1) hash = Math.imul(hash ^ key.charCodeAt(j), 0x01000193);
    for (let k = 0; k < minima.length; k += 1) {
      const value = Math.imul(hash ^ (hash >>> 15), 2 * k * 0x9e3779b1 + 0x85ebca6b) >>> 0;
      if (value < minima[k]!) minima[k] = value;
    }
  }
  return Array.from({ length: BANDS }, (_, b) => `${b}:${minima.slice(b * ROWS, (b + 1) * ROWS).join(',')}`);
}
