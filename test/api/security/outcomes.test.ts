import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';
import { eventually } from '../../support/eventually.js';
import { release } from '../../support/rulesets.js';
import { strange, takeOver, tell } from './security-desk.js';

let economy: Economy;
let lead: TestStaff;
let second: TestStaff;
beforeAll(async () => {
  economy = await startEconomy();
  lead = await economy.signIn('ts_lead');
  second = await economy.signIn('ts_lead');
});
afterAll(() => economy?.close());

const reward = (accountId: string, coins: number) => ({
  kind: 'reward' as const,
  accountId,
  coins,
  reason: 'daily',
  device: strange(accountId),
});
const unlock = (accountId: string, coins = 10) => ({
  kind: 'unlock' as const,
  accountId,
  contentId: 'video-1',
  coins,
  device: strange(accountId),
});
const stepUp = (accountId: string, changes: object = {}) =>
  tell(economy, {
    type: 'step_up',
    accountId,
    device: strange(accountId),
    method: 'phone',
    outcome: 'passed',
    ...changes,
  });

const statusOf = async (accountId: string) =>
  (await lead.request.get(`/staff/accounts/${accountId}`).expect(200)).body.status as string;

describe('a step-up', () => {
  it('is asked for when signs of a takeover add up, and lets the same go through once it is passed', async () => {
    const accountId = await economy.account();
    await economy.submit(reward(accountId, 500));
    await takeOver(economy, accountId);

    const asked = await economy.submit(unlock(accountId), 'first');
    expect(asked.outcome).toBe('decline');
    expect(asked.wallet.coins.available).toBe(500);
    const [proof, why] = asked.reasons;
    expect(proof).toMatchObject({
      code: 'security.step_up_required',
      values: {
        why: 'takeover.signs',
        // The e-mail address was changed a moment ago: a code sent there proves nothing.
        methods: ['second_factor', 'phone', 'payment', 'identity'],
        deviceId: strange(accountId).id,
      },
    });
    expect(Date.parse(String(proof!.values['until']))).toBe(Date.parse(asked.decidedAt) + 12 * 3_600_000);
    expect(why).toMatchObject({ code: 'takeover.signs', values: { 'security.steppedUp': false } });

    await stepUp(accountId, { method: 'email' });
    await stepUp(accountId, { outcome: 'failed' });
    await stepUp(accountId, { device: { id: 'elsewhere', ip: '198.18.0.1' } });
    expect((await economy.submit(unlock(accountId))).reasons[0]?.code).toBe('security.step_up_required');

    await stepUp(accountId);
    expect(await economy.submit(unlock(accountId), 'first')).toMatchObject({
      outcome: 'decline',
      replayed: true,
    });
    const through = await economy.submit(unlock(accountId), 'second');
    expect(through).toMatchObject({ outcome: 'approve', reasons: [] });
    expect(through.wallet.coins.available).toBe(490);
  });

  it('satisfies a rule that asks whatever the signs, and is not asked for where something else declines', async () => {
    const version = await release(lead, second, {
      key: 'prove-large-unlocks',
      kinds: ['unlock'],
      condition: 'tx.coins >= 100',
      effect: 'step_up',
      score: 40,
      reasonCode: 'test.prove',
    });
    const accountId = await economy.account();
    await economy.submit(reward(accountId, 1_000));
    const asked = await economy.submit(unlock(accountId, 100));
    expect(asked).toMatchObject({ outcome: 'decline', score: 40 });
    expect(asked.reasons.map(({ code }) => code)).toEqual(['security.step_up_required', 'test.prove']);
    await stepUp(accountId);
    const through = await economy.submit(unlock(accountId, 100));
    expect(through).toMatchObject({ outcome: 'approve', score: 0, reasons: [] });
    const decision = (await lead.request.get(`/staff/transactions/${through.transactionId}`).expect(200)).body
      .decision;
    expect(decision.rules).toEqual([
      expect.objectContaining({
        key: 'prove-large-unlocks',
        effect: 'step_up',
        values: { 'tx.coins': 100, 'security.steppedUp': true },
      }),
    ]);

    for (let i = 0; i < 3; i++)
      await stepUp(accountId, { device: { id: 'other', ip: '198.18.0.2' }, outcome: 'failed' });
    const hopeless = await economy.submit({
      ...unlock(accountId, 100),
      device: { id: 'other', ip: '198.18.0.2' },
    });
    expect(hopeless.outcome).toBe('decline');
    expect(hopeless.reasons.map(({ code }) => code)).toEqual(['takeover.proofs_failed', 'test.prove']);
    await lead.request
      .post(`/staff/rulesets/${version - 1}/actions/roll_back`)
      .send({ reason: 'The test is over' })
      .expect(200);
  });
});

describe('a rule that restricts', () => {
  const restricting = {
    key: 'restrict-for-test',
    kinds: ['unlock' as const],
    condition: 'tx.coins == 77 || security.takeoverScore >= 600',
    effect: 'restrict' as const,
    score: 0,
    reasonCode: 'test.restricted',
    message: 'Restricted for a test.',
  };

  it('does so with the decision, by the system, with a reason in what follows, until a person releases', async () => {
    await release(lead, second, restricting);
    const accountId = await economy.account();
    await economy.submit(reward(accountId, 1_000));
    await takeOver(economy, accountId);
    // All at once: one of them restricts, and everything after it in the same batch knows.
    const answers = await economy.batch(
      ['a', 'b', 'c'].map((idempotencyKey) => ({ idempotencyKey, ...unlock(accountId) })),
    );
    expect(answers).toMatchObject([
      { outcome: 'decline', reasons: [{ code: 'test.restricted' }, { code: 'takeover.signs' }] },
      { outcome: 'decline', reasons: [{ code: 'account.restricted' }] },
      { outcome: 'decline', reasons: [{ code: 'account.restricted' }] },
    ]);
    const later = await economy.submit(unlock(accountId));
    expect(later.reasons).toEqual([
      expect.objectContaining({
        code: 'account.restricted',
        values: { by: 'system', why: 'test.restricted', since: expect.any(String) },
      }),
    ]);
    expect(await statusOf(accountId)).toBe('restricted');
    const auditor = await economy.signIn('auditor');
    const { body: history } = await auditor.request
      .get('/staff/audit')
      .query({ filter: JSON.stringify({ subjectType: 'account', subjectId: accountId }) })
      .expect(200);
    expect(history).toMatchObject([
      { actor: { type: 'system' }, action: 'account.restrict', reason: 'Restricted for a test.' },
    ]);
    await eventually(async () => {
      const alerts = await economy.db.query(
        `SELECT reason ->> 'code' AS code FROM case_alerts WHERE account_id = $1 AND kind = 'security' ORDER BY 1`,
        [accountId],
      );
      expect(alerts).toEqual([{ code: 'security.restricted' }, { code: 'security.takeover_suspected' }]);
    });

    await lead.request
      .post(`/staff/accounts/${accountId}/actions/release`)
      .send({ reason: 'The owner called' })
      .expect(200);
    // What spoke against it was seen by a person: it does not restrict the account again.
    expect(await economy.submit(unlock(accountId))).toMatchObject({ outcome: 'approve' });
    expect(await statusOf(accountId)).toBe('active');
  });

  it('restricts once when many race, and its restriction is undone with the decision that kept it', async () => {
    const accountId = await economy.account();
    await economy.submit(reward(accountId, 1_000));
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => economy.submit(unlock(accountId, 77))),
    );
    const codes = answers.map(({ reasons }) => reasons[0]!.code).sort();
    expect(codes).toEqual([...Array.from({ length: 11 }, () => 'account.restricted'), 'test.restricted']);
    const [{ count } = { count: 0 }] = await economy.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_log WHERE subject_id = $1 AND action = 'account.restrict'`,
      [accountId],
    );
    expect(count).toBe(1);

    const caseId = await eventualCase(accountId);
    await lead.request.post(`/staff/cases/${caseId}/actions/claim`).send({}).expect(200);
    const { body: open } = await lead.request.get(`/staff/cases/${caseId}`).expect(200);
    await lead.request
      .post(`/staff/cases/${caseId}/actions/decide`)
      .send({
        revision: open.revision,
        verdict: 'confirmed',
        policy: open.policies[0].code,
        measures: [{ type: 'restrict_account' }],
        reason: 'It is taken over',
      })
      .expect(200);
    const { body: appeal } = await economy.asPlatform
      .post('/v1/appeals')
      .send({ accountId, caseId, statement: 'It was me' })
      .expect(201);
    expect(appeal.appealId).toEqual(expect.any(String));
    await second.request
      .post(`/staff/cases/${caseId}/actions/grant`)
      .send({ reason: 'It was the owner' })
      .expect(200);
    expect(await statusOf(accountId)).toBe('active');
  });

  async function eventualCase(accountId: string): Promise<string> {
    let caseId = '';
    await eventually(async () => {
      const [row] = await economy.db.query<{ case_id: string }>(
        `SELECT case_id FROM cases WHERE account_id = $1 AND queue_id = 'account-security'`,
        [accountId],
      );
      expect(row).toBeDefined();
      caseId = row!.case_id;
    });
    return caseId;
  }
});

describe('card testing', () => {
  it('is seen on the device and the address, whichever accounts try the cards', async () => {
    const device = { id: 'shared-by-testers', ip: '198.51.100.99' };
    const tries = [];
    for (let i = 0; i < 8; i++) {
      const accountId = await economy.account();
      const payment = {
        provider: 'stripe' as const,
        reference: `pi_try_${i}`,
        instrument: `card-${i}`,
        country: 'US',
        captured: true,
      };
      tries.push(
        await economy.buy(accountId, {
          packageId: 'coins-70',
          money: { amountMinor: 99, currency: 'USD' },
          payment,
          device,
        }),
      );
    }
    expect(tries.slice(0, 2).map(({ outcome }) => outcome)).toEqual(['approve', 'approve']);
    const last = tries.at(-1)!;
    expect(last.outcome).toBe('decline');
    expect(last.reasons.map(({ code }) => code)).toContain('card.testing_spread');
    await eventually(async () => {
      const alerts = await economy.db.query<{ kind: string }>(
        `SELECT a.kind FROM case_alerts a JOIN transactions t ON t.transaction_id = a.transaction_id
         WHERE a.reason ->> 'code' = 'security.card_testing' AND t.transaction_id = $1`,
        [last.transactionId],
      );
      expect(alerts).toEqual([{ kind: 'security' }]);
    });
  });
});
