/** 32-bit FNV-1a over code points, with the bits mixed at the end so that the low ones can be used as a place. */
export const HASH_SEED = 0x811c9dc5;
const PRIME = 0x01000193;

export const hashStep = (hash: number, point: number): number => Math.imul(hash ^ point, PRIME);

function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 12);
}

export const hashPlace = (hash: number, places: number): number => (mix(hash) >>> 0) % places;

/** As `hashPlace`, in a table whose size is a power of two: the same place without a division. */
export const hashPlaceBits = (hash: number, places: number): number => mix(hash) & (places - 1);

/** The hash of a text, or of what was hashed into `seed` and the text after it. */
export function hashText(text: string, seed = HASH_SEED): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = hashStep(hash, text.charCodeAt(i));
  return hash;
}
