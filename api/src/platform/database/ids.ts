import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const ID_BYTES = 16;
const pool = new Uint8Array(ID_BYTES * 512);
let used = pool.length;

/**
 * A UUIDv7 of the given moment: ids made later sort later, so they say when. The random bytes are drawn for many ids at
 * once, because a draw costs more than the id.
 */
export function idAt(msecs: number): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + ID_BYTES);
  used += ID_BYTES;
  return v7({ msecs, random });
}
