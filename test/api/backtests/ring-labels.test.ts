import type { StaffRing } from '@coinwarden/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readLabels } from '../../../api/src/backtests/persistence/labels.store.js';
import type { Economy } from '../../support/economy.js';
import { farm, foldAll, startLinkedEconomy } from '../links/link-desk.js';

const EVERYTHING = {
  firstId: '00000000-0000-0000-0000-000000000000',
  lastId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  reviewed: [],
};

let economy: Economy;
beforeAll(async () => {
  economy = await startLinkedEconomy();
});
afterAll(() => economy.close());

test('a judged ring labels the gifts among its members and nothing else', async () => {
  const lead = await economy.signIn('ts_lead');
  const { owner, bots } = await farm(economy);
  const stranger = await economy.account({ creator: true });
  await economy.gift(bots[0]!, stranger);
  await foldAll(economy);
  const filter = JSON.stringify({ accountId: owner });
  const [ring] = (await lead.request.get('/staff/rings').query({ filter }).expect(200)).body as StaffRing[];
  expect((await readLabels(economy.db, EVERYTHING)).size).toBe(0);

  const gifts = await economy.db.query<{ transaction_id: string }>(
    'SELECT transaction_id FROM transactions WHERE counterparty_id = $1',
    [owner],
  );
  for (const [action, fraud] of [
    ['confirm', true],
    ['dismiss', false],
  ] as const) {
    await lead.request
      .post(`/staff/rings/${ring!.id}/actions/${action}`)
      .send({ reason: 'Looked at by a test' })
      .expect(({ status }) => expect(status).toBeLessThan(300));
    const labels = await readLabels(economy.db, EVERYTHING);
    expect([...labels.keys()].sort()).toEqual(gifts.map((row) => row.transaction_id).sort());
    for (const [label] of labels.values()) expect(label).toMatchObject({ source: 'ring', fraud });
  }
});
