import { randomFillSync, randomInt } from 'node:crypto';
import { v7 } from 'uuid';

const ID_BYTES = 16;
const pool = new Uint8Array(ID_BYTES * 512);
let used = pool.length;
/** Counts on from somewhere; ids of two processes still differ in the bytes behind it. */
let sequence = randomInt(2 ** 31);

/**
 * A UUIDv7 of the given moment: ids made later sort later, also those that one process makes within one millisecond, so
 * the order of ids is the order of decisions. The random bytes are drawn for many ids at once, because a draw costs more
 * than the id.
 */
export function idAt(msecs: number): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + ID_BYTES);
  used += ID_BYTES;
  sequence = (sequence + 1) | 0;
  return v7({ msecs, seq: sequence, random });
}
