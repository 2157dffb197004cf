import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { MapFile } from './mapping/map-file.js';

const SAMPLE_BYTES = 1024 * 1024;

/**
 * Names an import by what is imported and how: the same file with the same map is the same import, wherever it lies and
 * whenever it is run. The size, the beginning and the end stand for the content (a gzip ends in its own checksum).
 */
export async function importIdOf(file: string, map: MapFile): Promise<string> {
  const { size } = await stat(file);
  const hash = createHash('sha256').update(JSON.stringify(map)).update(`\n${size}\n`);
  const handle = await open(file, 'r');
  try {
    for (const position of [0, Math.max(0, size - SAMPLE_BYTES)]) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, position);
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
  return hash.digest('hex').slice(0, 16);
}
