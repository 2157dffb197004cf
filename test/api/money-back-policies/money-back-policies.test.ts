import type { StaffMoneyBackPolicy } from '@coinwarden/contracts';
import {
  DAY,
  DEFAULT_MONEY_BACK_POLICIES,
  DEFAULT_RISK_WINDOW_POLICY,
  MONEY_BACK_POLICY_KINDS,
  type RiskWindowPolicy,
} from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MoneyBackPolicies } from '../../../api/src/money-back-policies/money-back-policies.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';

let economy: Economy;
let lead: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  lead = await economy.signIn('ts_lead');
});
afterAll(() => economy?.close());

const list = async (filter: object): Promise<StaffMoneyBackPolicy[]> => {
  const query = { filter: JSON.stringify(filter), sort: '["version","DESC"]' };
  return (await lead.request.get('/staff/money-back-policies').query(query).expect(200)).body;
};
const release = (body: object, staff = lead) => staff.request.post('/staff/money-back-policies').send(body);
const liveVersion = async (kind: string) => (await list({ kind, live: true }))[0]!.version;

const windowsOf = (days: number): RiskWindowPolicy => ({
  rules: [{ provider: '*', accountYoungerThanDays: null, days }],
});

/** Days until a purchase of now is out of risk, as its lot tells. */
async function daysAtRisk(accountId: string): Promise<number | null> {
  const { transactionId } = await economy.buy(accountId);
  const [lot] = await economy.db.query<{ days: number | null }>(
    `SELECT (extract(epoch FROM risk_until - granted_at) / 86400)::float8 AS days FROM coin_lots
     WHERE account_id = $1 AND transaction_id = $2`,
    [accountId, transactionId],
  );
  return lot!.days;
}

describe('the policies', () => {
  test('start as the product ships them, one version of each kind', async () => {
    const policies = await list({});
    expect(policies.map(({ kind }) => kind).sort()).toEqual([...MONEY_BACK_POLICY_KINDS].sort());
    for (const { id, kind, version, live, policy, createdBy, allowedActions } of policies) {
      expect({ id, version, live, createdBy, allowedActions }).toEqual({
        id: `${kind}:1`,
        version: 1,
        live: true,
        createdBy: 'system',
        allowedActions: ['release'],
      });
      expect(policy).toEqual(DEFAULT_MONEY_BACK_POLICIES[kind]);
    }
    const auditor = await economy.signIn('auditor');
    const seen = await auditor.request.get('/staff/money-back-policies/clawback:1').expect(200);
    expect(seen.body.allowedActions).toEqual([]);
    await lead.request.get('/staff/money-back-policies/clawback:9').expect(404);
  });

  test.each(MONEY_BACK_POLICY_KINDS)('%s: what the product ships is what its schema takes', async (kind) => {
    const follows = await liveVersion(kind);
    const policy = DEFAULT_MONEY_BACK_POLICIES[kind];
    const { body } = await release({ kind, follows, comment: 'The same again', policy }).expect(201);
    expect(body).toMatchObject({ id: `${kind}:${follows + 1}`, live: true, policy, createdBy: lead.email });
    const [audit] = await economy.db.query<{ reason: string }>(
      "SELECT reason FROM audit_log WHERE action = 'money_back_policy.released' AND subject_id = $1",
      [`${kind}:${follows + 1}`],
    );
    expect(audit?.reason).toBe('The same again');
  });

  test('keep their versions; one names the version it follows', async () => {
    const first = await liveVersion('clawback');
    const policy = { ...DEFAULT_MONEY_BACK_POLICIES.clawback, maxDebtCoins: 5_000 };
    await release({ kind: 'clawback', follows: first, comment: 'Smaller debts', policy }).expect(201);
    const late = await release({ kind: 'clawback', follows: first, comment: 'From an old page', policy });
    expect([late.status, late.body.code]).toEqual([409, 'policy.conflict']);
    const ahead = await release({ kind: 'clawback', follows: first + 7, comment: 'From nowhere', policy });
    expect([ahead.status, ahead.body.code]).toEqual([409, 'policy.conflict']);
    const policies = economy.app.get(MoneyBackPolicies, { strict: false });
    const current = await policies.current(economy.db, 'clawback');
    expect(current).toMatchObject({ version: first + 1, policy: { maxDebtCoins: 5_000 } });
    const before = await policies.version(economy.db, 'clawback', first);
    expect(before.maxDebtCoins).toBe(DEFAULT_MONEY_BACK_POLICIES.clawback.maxDebtCoins);
  });

  test('of two released at once one is in force and the other is told', async () => {
    const follows = await liveVersion('clawback');
    const policy = DEFAULT_MONEY_BACK_POLICIES.clawback;
    const answers = await Promise.all(
      ['one', 'other'].map((comment) => release({ kind: 'clawback', follows, comment, policy })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await liveVersion('clawback')).toBe(follows + 1);
  });

  test.each([
    ['/comment', { comment: ' ' }],
    ['/policy/rules/0/days', { policy: windowsOf(181) }],
    ['/policy/rules/0/days', { policy: windowsOf(1.5) }],
    ['/policy', { policy: { ...DEFAULT_RISK_WINDOW_POLICY, more: 1 } }],
    ['/policy/rules/0/provider', { policy: { rules: [{ ...windowsOf(1).rules[0], provider: 'paypal' }] } }],
  ])('that make no sense are refused: %s', async (pointer, changes) => {
    const follows = await liveVersion('risk_window');
    const body = { kind: 'risk_window', follows, comment: 'Wrong', policy: windowsOf(1), ...changes };
    const answer = await release(body).expect(422);
    expect(answer.body.errors.map((e: { pointer: string }) => e.pointer)).toContain(pointer);
  });

  test('are changed by those who may', async () => {
    const agent = await economy.signIn('support_agent');
    const body = { kind: 'risk_window', follows: 1, comment: 'Mine', policy: windowsOf(1) };
    await release(body, agent).expect(403);
  });
});

describe('a released risk window', () => {
  test('binds the next purchase', async () => {
    const buyer = await economy.account();
    const newcomer = await economy.account({ createdAt: new Date(Date.now() - DAY).toISOString() });
    expect(await daysAtRisk(buyer)).toBe(7);
    expect(await daysAtRisk(newcomer)).toBe(14);
    const follows = await liveVersion('risk_window');
    const policy = windowsOf(45);
    await release({ kind: 'risk_window', follows, comment: 'A wave of stolen cards', policy }).expect(201);
    expect(await daysAtRisk(buyer)).toBe(45);
    const none = { kind: 'risk_window', follows: follows + 1, comment: 'Over', policy: windowsOf(0) };
    await release(none).expect(201);
    expect(await daysAtRisk(newcomer)).toBeNull();
  });
});
