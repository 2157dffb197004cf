import type { RuleHealthReport } from '@coinwarden/contracts';
import { HOUR } from '@coinwarden/domain';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SumRuleLabels } from '../../../api/src/backtests/backtests.public.js';
import { Clock } from '../../../api/src/platform/clock/clock.js';
import { RollUpReports } from '../../../api/src/reports/commands/roll-up-reports.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, judgeBy, startEconomy } from '../../support/economy.js';
import { act, liveVersion, submitted } from '../../support/rulesets.js';

let economy: Economy;
let lead: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  await judgeBy(economy, [
    { kind: 'purchase', effect: 'review' },
    { kind: 'withdrawal', effect: 'decline' },
  ]);
  lead = await economy.signIn('ts_lead');
});
afterAll(() => economy.close());

const report = async (): Promise<RuleHealthReport> =>
  (await lead.request.get('/staff/rule-health?days=7').expect(200)).body;

it('counts what rules did and what was learned since, exactly, however often it is counted', async () => {
  const account = await economy.account();
  const bought = [await economy.buy(account), await economy.buy(account), await economy.buy(account)];
  await economy.buy(account, { money: { amountMinor: 1, currency: 'USD' } });
  const act = (id: string, action: string) =>
    lead.request
      .post(`/staff/transactions/${id}/actions/${action}`)
      .send({ reason: 'looked at it' })
      .expect(200);
  await act(bought[0]!.transactionId, 'release');
  await act(bought[1]!.transactionId, 'decline');
  const { app } = economy;
  for (let i = 0; i < 2; i++) {
    // Once its hour is over, what was decided in it is summed for good.
    await app.get(Clock).telling(Date.now() + 2 * HOUR, () => app.get(RollUpReports).rebuild());
    await app.get(SumRuleLabels).run();
  }
  const { rules } = await report();
  const rule = rules.find(({ key }) => key === 'test-purchase')!;
  // The fourth had the wrong price and never reached a rule.
  expect(rule).toMatchObject({
    asked: 3,
    fired: 3,
    failed: 0,
    hitRate: 1,
    fraud: 1,
    good: 1,
    precision: 0.5,
  });
  expect(rule.days).toHaveLength(7);
  expect(rule.days.at(-1)).toMatchObject({ asked: 3, fired: 3 });
  expect(rules.find(({ key }) => key === 'test-withdrawal')).toMatchObject({
    asked: 0,
    fired: 0,
    hitRate: null,
  });
});

it('tells which rules fire together, and who may know', async () => {
  const { body } = await lead.request.get('/staff/rule-health/test-purchase?days=7').expect(200);
  expect(body).toMatchObject({ overlap: { fired: 3, rules: [] }, curves: null });
  const agent = await economy.signIn('support_agent');
  await agent.request.get('/staff/rule-health').expect(403);
  await lead.request.get('/staff/rule-health?days=400').expect(422);
});

it('shows where a rule failed, and why', async () => {
  const second = await economy.signIn('ts_lead');
  const condition = '1 / (tx.coins - tx.coins) > 0';
  const version = await submitted(lead, { key: 'divides', condition, kinds: ['reward'] });
  await act(second, version, 'approve', { replaces: await liveVersion(second) }).expect(200);
  const accountId = await economy.account();
  const reward = { kind: 'reward', accountId, coins: 5, reason: 'daily' } as const;
  const { transactionId } = await economy.submit(reward);
  await economy.app.get(Clock).telling(Date.now() + 2 * HOUR, () => economy.app.get(RollUpReports).rebuild());
  expect((await report()).rules[0]).toMatchObject({ key: 'divides', failed: 1, alerts: ['failing'] });
  const { body } = await lead.request.get('/staff/rule-health/divides?days=7').expect(200);
  expect(body.failures).toMatchObject([{ transactionId, message: expect.stringMatching(/zero/) }]);
  const other = await lead.request.get('/staff/rule-health/test-purchase?days=7').expect(200);
  expect(other.body.failures).toEqual([]);
});
