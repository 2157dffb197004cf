/** 32-bit FNV-1a over code points, with the bits mixed at the end so that the low ones can be used as a place. */
export const HASH_SEED = 0x811c9dc5;
const PRIME = 0x01000193;

export const hashStep = (hash: number, point: number): number => Math.imul(hash ^ point, PRIME);

export function hashPlace(hash: number, places: number): number {
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 12;
  return (mixed >>> 0) % places;
}

export function hashText(text: string, seed = HASH_SEED): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = hashStep(hash, text.charCodeAt(i));
  return hash;
}
