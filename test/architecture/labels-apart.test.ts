import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCE = join(import.meta.dirname, '../../api/src');
/** Who may know what really happened: whoever writes labels, and nobody who decides. */
const MAY_READ = ['simulation/', 'import/', 'cli/'];

test('no decision can see a label', async () => {
  const files = (await readdir(SOURCE, { recursive: true })).filter((file) => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(50);
  const readers: string[] = [];
  for (const file of files) {
    const text = await readFile(join(SOURCE, file), 'utf8');
    if (/\bsimulation\.(labels|seeds|imports)\b|simulation\/(?!simulation\.(public|module))/.test(text))
      readers.push(file);
  }
  expect(readers.length).toBeGreaterThan(0);
  expect(readers.filter((file) => !MAY_READ.some((prefix) => file.startsWith(prefix)))).toEqual([]);
});
