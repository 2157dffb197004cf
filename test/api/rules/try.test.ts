import type { TriedRuleView } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestStaff } from '../../support/app.js';
import { type Economy, judgeBy, startEconomy } from '../../support/economy.js';
import { draftOf, ruleContentOf } from '../../support/rulesets.js';

let economy: Economy;
let lead: TestStaff;
beforeAll(async () => {
  economy = await startEconomy();
  lead = await economy.signIn('ts_lead');
});
afterAll(() => economy?.close());

const tried = async (transactionId: string, changes: Parameters<typeof ruleContentOf>[0]) =>
  (
    await lead.request
      .post('/staff/rules/try')
      .send({ transactionId, rule: ruleContentOf(changes) })
      .expect(200)
  ).body as TriedRuleView;

const valueIn = (result: TriedRuleView, path: string) =>
  result.facts.find((fact) => fact.path === path)?.value;

describe('a rule tried on a transaction of the past', () => {
  it('sees what there was to see then, not what happened since', async () => {
    const [giver, creator] = await Promise.all([economy.account(), economy.account({ creator: true })]);
    await economy.buy(giver);
    await economy.gift(giver, creator, { quantity: 2 });
    const gift = await economy.gift(giver, creator, { quantity: 3 });
    await economy.gift(giver, creator, { quantity: 5 });
    const result = await tried(gift.transactionId, {
      condition:
        'tx.coins == 3 && account.paidCoins == 698 && velocity.account.h1.purchases == 1 && counterparty.creator && limits.usedPercent >= 0',
    });
    expect(result).toMatchObject({ applies: true, fired: true, certain: false, problems: [] });
    expect(result.transaction).toMatchObject({
      transactionId: gift.transactionId,
      accountId: giver,
      kind: 'gift',
    });
    expect(result.facts.map(({ path, origin }) => [path, origin])).toEqual([
      ['tx.coins', 'stored'],
      ['account.paidCoins', 'stored'],
      ['velocity.account.h1.purchases', 'recomputed'],
      ['counterparty.creator', 'today'],
      ['limits.usedPercent', 'stored'],
    ]);
    expect(result.trace?.parts.length).toBeGreaterThan(0);
    const stored = await tried(gift.transactionId, {
      condition: 'tx.coins == 3 && account.paidCoins == 698',
    });
    expect(stored).toMatchObject({ fired: true, certain: true });
  });

  it('takes what was recorded for what it was', async () => {
    const accountId = await economy.account();
    await judgeBy(economy, [{ kind: 'reward', effect: 'review' }]);
    const reward = await economy.submit({ kind: 'reward', accountId, coins: 70, reason: 'daily' });
    const result = await tried(reward.transactionId, { kinds: null, condition: 'tx.coins >= 70' });
    expect(result.facts).toMatchObject([{ path: 'tx.coins', value: 70, origin: 'recorded' }]);
    expect(result.certain).toBe(true);
  });

  it('says what is wrong with the rule, and that it looks at other kinds', async () => {
    const buyer = await economy.account();
    const purchase = await economy.buy(buyer);
    const broken = await tried(purchase.transactionId, { condition: 'tx.coins > "x"' });
    expect(broken).toMatchObject({ fired: null, trace: null, problems: [{ field: 'condition', start: 0 }] });
    const other = await tried(purchase.transactionId, { kinds: ['gift'], condition: 'tx.coins > 5' });
    expect(other).toMatchObject({ applies: false, fired: true });
    const failing = await tried(purchase.transactionId, { condition: '1 / (tx.coins - tx.coins) > 0' });
    expect(failing.fired).toBeNull();
    expect(valueIn(failing, 'tx.coins')).toBe(700);
    const body = { transactionId: crypto.randomUUID(), rule: ruleContentOf() };
    const unknown = await lead.request.post('/staff/rules/try').send(body).expect(404);
    expect(unknown.body.code).toBe('transaction.unknown');
    const auditor = await economy.signIn('auditor');
    await auditor.request.post('/staff/rules/try').send(body).expect(403);
  });

  it('does so for whole versions, draft or not, and writes nothing', async () => {
    const buyer = await economy.account();
    const purchase = await economy.buy(buyer);
    const before = await economy.db.query('SELECT count(*) FROM transactions');
    const draft = await draftOf(lead, 1);
    const answer = await lead.request
      .post(`/staff/rulesets/${draft.version}/try`)
      .send({ transactionId: purchase.transactionId })
      .expect(200);
    expect(answer.body).toMatchObject({
      outcome: purchase.outcome,
      score: purchase.score,
      problems: [],
      errors: [],
    });
    expect(answer.body.uncertain.length).toBeGreaterThan(0);
    expect(await economy.db.query('SELECT count(*) FROM transactions')).toEqual(before);
    await lead.request
      .post('/staff/rulesets/9999/try')
      .send({ transactionId: purchase.transactionId })
      .expect(404);
  });
});
