import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Decider } from '../../../api/src/decisions/decisions.public.js';
import { ImportFile } from '../../../api/src/import/commands/import-file.js';
import { parseMap } from '../../../api/src/import/mapping/map-file.js';
import { survey } from '../../../api/src/import/survey.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const map = parseMap({
  version: 1,
  name: 'test-shop',
  accounts: [
    {
      accountId: { $template: 'shop-{customer}' },
      createdAt: '2019-01-01T00:00:00Z',
      country: 'US',
      timeZone: 'UTC',
      ageBand: 'adult',
      creator: false,
    },
  ],
  transaction: {
    kind: 'purchase',
    accountId: { $template: 'shop-{customer}' },
    occurredAt: { $time: { $column: 'at' } },
    money: { amountMinor: { $money: { $column: 'amount' } }, currency: 'USD' },
    payment: { provider: 'other', reference: { $template: 'shop-{id}' }, captured: true },
  },
  packages: { coinsPerUnit: 70 },
  label: { value: { $column: 'fraud' }, fraud: ['1'] },
});

const HEADER = 'id,customer,at,amount,fraud';
/** A purchase an hour, spread over enough customers that nobody reaches a limit. */
const rowOf = (i: number) =>
  `${i},${i % 40},${new Date(Date.UTC(2020, 0, 1, i)).toISOString()},${(5 + (i % 7)).toFixed(2)},${i % 10 === 0 ? 1 : 0}`;
const csv = (rows: number) =>
  `${[HEADER, ...Array.from({ length: rows }, (_, i) => rowOf(i + 1))].join('\n')}\n`;

let test: TestApp;
let dir: string;
beforeEach(async () => {
  test = await startTestApp({ jobs: false });
  dir = await mkdtemp(join(tmpdir(), 'coinwarden-import-'));
});
afterEach(async () => {
  await test.close();
  await rm(dir, { recursive: true });
});

const importer = () => test.app.get(ImportFile, { strict: false });
const requestFor = (file: string) => ({ file, map, rejectedPath: `${file}.rejected.ndjson` });
const count = async (sql: string) =>
  Number((await test.db.query<{ n: bigint }>(`SELECT count(*) AS n FROM ${sql}`))[0]?.n);

async function fileWith(name: string, content: string | Buffer): Promise<string> {
  const file = join(dir, name);
  await writeFile(file, content);
  return file;
}

describe('importing a file', () => {
  it('decides each row at its own time, opens accounts, makes packages and keeps labels apart', async () => {
    const file = await fileWith('shop.csv', csv(1_200));
    const result = await importer().run(requestFor(file));

    expect(result.state).toBe('finished');
    expect(result.tally).toMatchObject({ rows: 1_200, decided: 1_200, refused: 0, replayed: 0 });
    const { caught, missed, falseAlarms, passed } = result.tally.overall;
    expect([caught + missed, falseAlarms + passed]).toEqual([120, 1_080]);
    expect(result.tally.outcomes.approve).toBeGreaterThan(1_000);
    expect(Object.keys(result.tally.byReason)).not.toContain('purchase.price_mismatch');

    expect(await count('accounts')).toBe(40);
    expect(await count(`transactions WHERE occurred_at < '2021-01-01'`)).toBe(1_200);
    expect(await count('simulation.labels WHERE fraud')).toBe(120);
    expect(await count(`transactions WHERE request::text LIKE '%fraud%'`)).toBe(0);
    expect(
      await count(`packages WHERE package_id LIKE 'import-test-shop-usd-%' AND sale_until < now()`),
    ).toBe(7);
    const again = await importer().run(requestFor(file));
    expect(again).toMatchObject({ state: 'finished_before', tally: result.tally });
  });

  it('reads gzip, whatever its name', async () => {
    const file = await fileWith('shop.data', gzipSync(csv(30)));
    expect((await importer().run(requestFor(file))).tally).toMatchObject({ rows: 30, decided: 30 });
  });

  it('reports every row it refuses with its line and goes on', async () => {
    const rows = csv(6).trimEnd().split('\n');
    rows.splice(2, 0, 'x,1,2020-02-30T00:00:00Z,5.00,0');
    rows.splice(4, 0, 'too,few');
    rows.splice(5, 0, `9,1,2020-01-01T00:00:00Z,${'9'.repeat(2 ** 20)},0`);
    rows.push('10,1,2020-03-01T00:00:00Z,0.00,0', '11,"unclosed,2020');
    const file = await fileWith('bad.csv', rows.join('\n'));

    const result = await importer().run(requestFor(file));
    expect(result.tally).toMatchObject({ rows: 11, decided: 6, refused: 5 });
    const rejected = (await readFile(result.rejectedPath as string, 'utf8')).trim().split('\n');
    expect(rejected.map((line) => JSON.parse(line))).toEqual([
      { line: 3, reason: expect.stringContaining('/occurredAt: "2020-02-30T00:00:00Z" is not a time') },
      { line: 5, reason: 'the record has 2 cells, the header 5' },
      { line: 6, reason: 'the record is longer than 1048576 bytes' },
      { line: 11, reason: '/money: a purchase must cost something' },
      { line: 12, reason: 'the record is not valid CSV' },
    ]);
  });

  it('goes on behind the last checkpoint after being stopped, without repeating a row', async () => {
    const file = await fileWith('shop.csv', csv(1_700));
    const stop = new AbortController();
    const decider = test.app.get(Decider, { strict: false });
    const decide = decider.decide.bind(decider);
    decider.decide = (items, options) => {
      stop.abort();
      return decide(items, options);
    };
    const first = await importer().run({ ...requestFor(file), signal: stop.signal });
    expect(first).toMatchObject({ state: 'interrupted', tally: { rows: 500, decided: 500 } });

    const second = await importer().run(requestFor(file));
    expect(second).toMatchObject({ state: 'finished', resumedAfterLine: 501 });
    expect(second.tally).toMatchObject({ rows: 1_700, decided: 1_700, replayed: 0 });
    expect(await count('transactions')).toBe(1_700);
  });

  it('loses and repeats nothing when it dies between deciding and its checkpoint', async () => {
    const rows = csv(1_300).trimEnd().split('\n');
    rows.splice(100, 0, 'broken');
    rows.splice(700, 0, 'broken too');
    const file = await fileWith('shop.csv', rows.join('\n'));

    // It dies while the second batch's checkpoint is written: the batch is decided, but not counted.
    const dying = new ImportFile(...dyingAtCheckpoint(2));
    await expect(dying.run(requestFor(file))).rejects.toThrow('killed');
    await appendFile(`${file}.rejected.ndjson`, '{"line":0,"reason":"half a li');
    expect(await count('transactions')).toBe(998);

    const result = await importer().run(requestFor(file));
    expect(result).toMatchObject({ state: 'finished', resumedAfterLine: 501 });
    expect(result.tally).toMatchObject({ rows: 1_302, decided: 1_300, refused: 2, replayed: 499 });
    expect(await count('transactions')).toBe(1_300);
    expect(await count('simulation.labels')).toBe(1_300);
    const rejected = (await readFile(`${file}.rejected.ndjson`, 'utf8')).trim().split('\n');
    expect(rejected.map((line) => JSON.parse(line).line)).toEqual([101, 701]);
  });

  it('writes nothing at all in a dry run', async () => {
    const file = await fileWith('shop.csv', `${csv(20)}broken\n`);
    const found = await survey(file, map);
    expect(found).toMatchObject({ rows: 21, refused: 1, refusals: [{ line: 22 }], outOfOrder: 0 });
    expect(found.packages).toHaveLength(7);
    expect(await count('accounts')).toBe(0);
    expect(await count('simulation.imports')).toBe(0);
    await expect(readFile(`${file}.rejected.ndjson`)).rejects.toThrow('ENOENT');
  });

  it('refuses a map that does not fit the file before it decides anything', async () => {
    const file = await fileWith('shop.csv', csv(3).replace('amount', 'price'));
    await expect(importer().run(requestFor(file))).rejects.toThrow(
      '/transaction/money/amountMinor/$money/$column: the file has no column "amount"',
    );
    expect(await count('transactions')).toBe(0);
  });

  it('lets only one import run at a time', async () => {
    const file = await fileWith('shop.csv', csv(600));
    const other = await fileWith('other.csv', csv(10));
    const first = importer().run(requestFor(file));
    await expect(importer().run(requestFor(other))).rejects.toThrow('Another import is running');
    expect((await first).tally.decided).toBe(600);
  });

  it('takes NDJSON with nested values', async () => {
    const lines = [1, 2, 3].map((i) =>
      JSON.stringify({ id: i, who: { customer: i }, at: 1_577_836_800 + i, cost: '5' }),
    );
    const file = await fileWith('shop.ndjson', `${lines.join('\n')}\nnot json\n[1]\n`);
    const nested = parseMap({
      ...map,
      format: 'ndjson',
      accounts: [{ ...(map.accounts[0] as object), accountId: { $template: 'shop-{who.customer}' } }],
      transaction: {
        ...map.transaction,
        accountId: { $template: 'shop-{who.customer}' },
        occurredAt: { $time: { $column: 'at' }, format: 'unix_seconds' },
        money: { amountMinor: { $money: { $column: 'cost' } }, currency: 'USD' },
      },
      label: undefined,
    });
    const result = await importer().run({ ...requestFor(file), map: nested });
    expect(result.tally).toMatchObject({ rows: 5, decided: 3, refused: 2 });
  });
});

/** The importer's parts, with a database that goes away at the n-th checkpoint. */
function dyingAtCheckpoint(n: number): ConstructorParameters<typeof ImportFile> {
  const real = importer() as unknown as Record<string, unknown>;
  let checkpoints = 0;
  const uow = {
    query: test.db.query.bind(test.db),
    run: (work: Parameters<typeof test.db.run>[0]) =>
      test.db.run((tx) =>
        work(
          Object.assign(Object.create(tx) as typeof tx, {
            query: ((statement, values) => {
              const text = typeof statement === 'string' ? statement : statement.text;
              if (text.includes('INTO simulation.imports') && ++checkpoints === n) throw new Error('killed');
              return tx.query(statement, values);
            }) satisfies typeof tx.query,
          }),
        ),
      ),
  };
  const decider = test.app.get(Decider, { strict: false });
  return [uow, decider, real['clock']] as unknown as ConstructorParameters<typeof ImportFile>;
}
