import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readMapFile } from '../../../api/src/import/mapping/map-file.js';
import { RowMapper } from '../../../api/src/import/mapping/row-mapper.js';
import { rowsOf } from '../../../api/src/import/source/rows.js';
import { survey } from '../../../api/src/import/survey.js';

const MAPS = join(import.meta.dirname, '../../../docs/import');
/** Public data that is not part of the repository; it may lie beside it. */
const DATA = join(import.meta.dirname, '../../../../shared/data/tx');
const mapOf = (name: string) => readMapFile(join(MAPS, `${name}.map.json`));

describe('the included maps', () => {
  it('hold together', async () => {
    const files = (await readdir(MAPS)).filter((file) => file.endsWith('.map.json'));
    expect(files).toHaveLength(2);
    for (const file of files) expect(new RowMapper(await readMapFile(join(MAPS, file)))).toBeDefined();
  });

  it('read a card payment with a binary fraction, and keep its label out of it', async () => {
    const mapper = new RowMapper(await mapOf('card-terminal'));
    const mapped = mapper.apply({
      TRANSACTION_ID: '7',
      TX_DATETIME: '2018-04-01 00:00:31',
      CUSTOMER_ID: '596',
      TERMINAL_ID: '3156',
      TX_AMOUNT: '1039.3000000000002',
      TX_FRAUD: '1',
      TX_FRAUD_SCENARIO: '2',
    });
    expect(mapped).toMatchObject({
      row: {
        transaction: { accountId: 'card-596', money: { amountMinor: 103_930, currency: 'USD' } },
        label: { fraud: true, pattern: 'terminal_compromised' },
      },
    });
    expect(JSON.stringify('row' in mapped && mapped.row.transaction)).not.toContain('compromised');
  });

  const shop = join(DATA, 'shop-purchases.csv.gz');
  (existsSync(shop) ? it : it.skip)(
    'fit the shop purchases (skipped where ../shared is absent)',
    async () => {
      expect(await survey(shop, await mapOf('shop-purchases'))).toMatchObject({
        rows: 36_182,
        refused: 0,
        outOfOrder: 0,
      });
    },
  );

  const cards = join(DATA, 'card-terminal.csv.gz');
  (existsSync(cards) ? it : it.skip)(
    'fit the card payments (skipped where ../shared is absent)',
    async () => {
      // Its beginning is enough; the whole takes half a minute.
      const map = await mapOf('card-terminal');
      const mapper = new RowMapper(map);
      let taken = 0;
      for await (const row of rowsOf(cards, map, { onColumns: (columns) => mapper.checkColumns(columns) })) {
        expect('values' in row && mapper.apply(row.values)).toHaveProperty('row');
        if (++taken === 5_000) break;
      }
      expect(taken).toBe(5_000);
    },
  );
});
