import fc from 'fast-check';
import { type RawRecord, recordsOf } from '../../api/src/import/source/records.js';

async function cut(
  bytes: Buffer,
  options: { delimiter?: string | null; maxBytes?: number; chunk?: number } = {},
): Promise<RawRecord[]> {
  const { delimiter = ',', maxBytes, chunk = bytes.length || 1 } = options;
  async function* chunks() {
    for (let i = 0; i < bytes.length; i += chunk) yield bytes.subarray(i, i + chunk);
  }
  const out: RawRecord[] = [];
  const cutting = maxBytes === undefined ? { delimiter } : { delimiter, maxBytes };
  for await (const record of recordsOf(chunks(), cutting)) out.push(record);
  return out;
}

const csvCell = (text: string) => (/["\n\r,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

describe('cutting a file into records', () => {
  it('finds the same records however the bytes arrive, quoted line ends included', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '😀', '"', ',', '\n', ' '),
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, chunk) => {
          const texts = rows.map((row) => row.map(csvCell).join(','));
          const records = await cut(Buffer.from(texts.map((text) => `${text}\r\n`).join('')), { chunk });
          expect(records.map((record) => 'text' in record && record.text)).toEqual(texts);
          let line = 1;
          for (const [i, text] of texts.entries()) {
            expect(records[i]?.line).toBe(line);
            line += text.split('\n').length;
          }
        },
      ),
    );
  });

  it('drops a record that is too long without holding it, and goes on behind it', async () => {
    const huge = 'x'.repeat(50_000);
    const records = await cut(Buffer.from(`a\n${huge}\nb\n`), { maxBytes: 1_000, chunk: 700 });
    expect(records).toEqual([
      { line: 1, text: 'a' },
      { line: 2, refusal: 'the record is longer than 1000 bytes' },
      { line: 3, text: 'b' },
    ]);
  });

  it('recovers from a quote that never closes', async () => {
    const good = Array.from({ length: 200 }, (_, i) => `row ${i}`);
    const records = await cut(Buffer.from(`a,"open\n${good.join('\n')}\n`), { maxBytes: 500, chunk: 64 });
    expect(records[0]).toMatchObject({ line: 1, refusal: expect.stringContaining('longer') });
    expect(records.at(-1)).toEqual({ line: 201, text: 'row 199' });
  });

  it('takes a quote inside a cell for what it is', async () => {
    expect(await cut(Buffer.from('5" pipe,1\n""quoted"",2\n'))).toHaveLength(2);
  });

  it('refuses a record that is not UTF-8 and takes the next', async () => {
    const records = await cut(Buffer.concat([Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from('fine')]));
    expect(records).toEqual([
      { line: 1, refusal: 'the record is not valid UTF-8' },
      { line: 2, text: 'fine' },
    ]);
  });

  it('skips a byte order mark and blank lines', async () => {
    expect(await cut(Buffer.from('\ufeffa\n\n\r\nb'))).toEqual([
      { line: 1, text: 'a' },
      { line: 4, text: 'b' },
    ]);
  });
});
