import { randomUUID } from 'node:crypto';
import { type FlaggedAccount, flaggedAccount } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';
import { act, openCase } from '../cases/case-desk.js';

let economy: Economy;
let lead: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  lead = await economy.signIn('ts_lead');
  await economy.db.query('UPDATE case_queues SET sample_permille = 0');
});
afterAll(() => economy?.close());

const list = async (filter: object = {}, sort = '["concern","DESC"]'): Promise<FlaggedAccount[]> => {
  const query = { filter: JSON.stringify(filter), sort, range: '[0,99]' };
  const { body } = await lead.request.get('/staff/flagged-accounts').query(query).expect(200);
  for (const record of body) expect(flaggedAccount.parse(record)).toEqual(record);
  return body;
};
const find = async (accountId: string) => (await list({ id: [accountId] }))[0];

describe('an account is flagged', () => {
  it('never for doing nothing', async () => {
    expect(await find(await economy.account())).toBeUndefined();
  });

  it('while it is restricted, and no longer', async () => {
    const accountId = await economy.account();
    const change = (action: string) =>
      lead.request.post(`/staff/accounts/${accountId}/actions/${action}`).send({ reason: 'Looked at' });
    await change('restrict').expect(200);
    expect(await find(accountId)).toMatchObject({ status: 'restricted', flags: ['enforced'], concern: 0 });
    await change('release').expect(200);
    expect(await find(accountId)).toBeUndefined();
  });

  it('while it has an open case, with the one to work first and what it costs', async () => {
    const accountId = await economy.account();
    const later = await openCase(economy, accountId, { score: 200 });
    const first = await openCase(economy, accountId, { kind: 'security', score: 900 });
    expect(await find(accountId)).toMatchObject({
      flags: ['case'],
      concern: 900,
      openCases: 2,
      caseId: first,
      caseKinds: ['report', 'security'],
      valueAtRiskUsdMinor: 2_000,
      dueAt: expect.any(String),
    });
    for (const caseId of [first, later])
      await act(lead, caseId, 'decide', { macroId: 'nothing-to-do' }).expect(200);
    expect(await find(accountId)).toBeUndefined();
  });

  it('for its links, and for scams it wrote, until they are cleared', async () => {
    const accountId = await economy.account();
    const text = { kind: 'comment', accountId, text: 'Free coins for all: https://telegrarn.org/coins' };
    const { body } = await economy.asPlatform.post('/v1/content/scan').send(text).expect(200);
    await economy.db.query('INSERT INTO link_nodes (account_id, score, community) VALUES ($1, 640, $1)', [
      accountId,
    ]);
    expect(await find(accountId)).toMatchObject({
      flags: ['case', 'links', 'content'],
      linkScore: 640,
      scamTexts: 1,
    });
    await lead.request
      .post(`/staff/content-scans/${body.scanId}/actions/clear`)
      .send({ reason: 'Ours' })
      .expect(200);
    await economy.db.query("UPDATE cases SET status = 'closed' WHERE account_id = $1", [accountId]);
    expect(await find(accountId)).toMatchObject({ flags: ['links'], concern: 640, scamTexts: 0 });
  });
});

it('lists by concern, filters by why, and is for those who work cases', async () => {
  const mild = await economy.account();
  const grave = await economy.account();
  await openCase(economy, mild, { score: 100 });
  await openCase(economy, grave, { score: 990, kind: 'ring' });
  // Cases may be about accounts that were never registered.
  const stranger = randomUUID();
  await openCase(economy, stranger, { score: 500 });
  const order = (await list()).map(({ id }) => id);
  const places = [grave, stranger, mild].map((id) => order.indexOf(id));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(await find(stranger)).toMatchObject({ status: null, displayName: null });
  expect((await list({ kind: 'ring' })).map(({ id }) => id)).toEqual([grave]);
  expect((await list({ flag: 'enforced' })).map(({ id }) => id)).not.toContain(grave);
  const dueFirst = await list({}, '["dueAt","ASC"]');
  const due = dueFirst.map(({ dueAt }) => dueAt ?? '9999');
  expect(due).toEqual(due.toSorted());
  const product = await economy.signIn('product_manager');
  await product.request.get('/staff/flagged-accounts').expect(403);
});
