import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { ImportError } from '../import-error.js';

/** Called with the bytes read from the file itself, which is what progress can be measured by. */
export type OnRead = (bytes: number) => void;

/** The file's bytes, decompressed when it is gzip (told by its first bytes, whatever its name), in bounded memory. */
export async function* openSource(path: string, onRead: OnRead = () => {}): AsyncGenerator<Buffer> {
  const compressed = await isGzip(path);
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  file.on('data', (chunk) => onRead(chunk.length));
  const bytes = compressed ? file.pipe(createGunzip({ chunkSize: 256 * 1024 })) : file;
  if (compressed) file.on('error', (error) => bytes.destroy(error));
  try {
    for await (const chunk of bytes) yield chunk as Buffer;
  } catch (error) {
    throw new ImportError(`${path} cannot be read to its end: ${(error as Error).message}`);
  } finally {
    file.destroy();
  }
}

async function isGzip(path: string): Promise<boolean> {
  const handle = await openFile(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

async function openFile(path: string) {
  try {
    if ((await stat(path)).isDirectory()) throw new Error('it is a directory');
    return await open(path, 'r');
  } catch (error) {
    throw new ImportError(`${path} cannot be opened: ${(error as Error).message}`);
  }
}
