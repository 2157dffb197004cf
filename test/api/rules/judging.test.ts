import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FoldShadowJob } from '../../../api/src/rules/jobs/fold-shadow.job.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';
import { act, addRuleTo, draftOf, liveVersion } from '../../support/rulesets.js';

let economy: Economy;
let lead: TestStaff;
let second: TestStaff;
beforeAll(async () => {
  economy = await startEconomy();
  lead = await economy.signIn('ts_lead');
  second = await economy.signIn('ts_lead');
});
afterAll(() => economy?.close());

const rewardOf = (accountId: string, coins = 100) => ({
  kind: 'reward' as const,
  accountId,
  coins,
  reason: 'daily',
});

async function decisionOf(transactionId: string) {
  const [row] = await economy.db.query<{ ruleset_version: number; decision: Record<string, unknown> }>(
    'SELECT ruleset_version, decision FROM transactions WHERE transaction_id = $1',
    [transactionId],
  );
  return row!;
}

async function inShadow(changes: Parameters<typeof addRuleTo>[2]): Promise<number> {
  const draft = await draftOf(lead);
  await addRuleTo(lead, draft, changes);
  await act(lead, draft.version, 'validate').expect(200);
  await act(lead, draft.version, 'start_shadow').expect(200);
  return draft.version;
}

describe('decisions while rules change', () => {
  it('each name exactly one version, and go by that one, while versions are released', async () => {
    const accounts = await Promise.all(Array.from({ length: 8 }, () => economy.account()));
    // Each version reviews rewards under a code of its own: what a decision says must fit the version it names.
    const codeOf = new Map<number, string>();
    let done = false;
    const decided: { transactionId: string; codes: string[] }[] = [];
    const load = Promise.all(
      accounts.map(async (accountId) => {
        while (!done) {
          const answer = await economy.submit(rewardOf(accountId));
          decided.push({
            transactionId: answer.transactionId,
            codes: answer.reasons.map(({ code }) => code).filter((code) => code.startsWith('test.')),
          });
        }
      }),
    );
    const first = await liveVersion(lead);
    for (let i = 0; i < 6; i++) {
      const reasonCode = `test.release_${i}`;
      const draft = await draftOf(lead, first);
      await addRuleTo(lead, draft, { key: `release-${i}`, kinds: ['reward'], reasonCode });
      await act(lead, draft.version, 'validate').expect(200);
      await act(lead, draft.version, 'submit', { reason: 'The next one' }).expect(200);
      codeOf.set(draft.version, reasonCode);
      await act(second, draft.version, 'approve', { replaces: await liveVersion(second) }).expect(200);
      const after = await economy.submit(rewardOf(accounts[0]!));
      expect((await decisionOf(after.transactionId)).ruleset_version).toBe(draft.version);
    }
    done = true;
    await load;
    const rows = await economy.db.query<{ transaction_id: string; ruleset_version: number }>(
      'SELECT transaction_id, ruleset_version FROM transactions',
    );
    const versionOf = new Map(rows.map((row) => [row.transaction_id, row.ruleset_version]));
    expect(decided.length).toBeGreaterThan(50);
    for (const { transactionId, codes } of decided) {
      const version = versionOf.get(transactionId)!;
      const expected = codeOf.get(version);
      expect([version, codes]).toEqual([version, expected === undefined ? [] : [expected]]);
    }
    expect(new Set(versionOf.values()).size).toBeGreaterThan(3);
    await act(lead, first, 'roll_back', { reason: 'The test is over' }).expect(200);
  });

  it('are recorded as a version in shadow would have taken them, without effect', async () => {
    const version = await inShadow({ kinds: ['reward'], condition: 'tx.coins >= 500', effect: 'decline' });
    const accountId = await economy.account();
    const small = await economy.submit(rewardOf(accountId, 499));
    const large = await economy.submit(rewardOf(accountId, 500));
    expect([small.outcome, large.outcome]).toEqual(['approve', 'approve']);
    expect((await decisionOf(small.transactionId)).decision['shadow']).toEqual([version, 0, 0]);
    expect((await decisionOf(large.transactionId)).decision['shadow']).toEqual([version, 2, 70]);
    const report = async () => (await lead.request.get(`/staff/rulesets/${version}/shadow`).expect(200)).body;
    const expected = {
      decisions: 2,
      differing: 1,
      counts: [
        { liveOutcome: 'approve', outcome: 'approve', decisions: 1 },
        { liveOutcome: 'approve', outcome: 'decline', decisions: 1 },
      ],
      examples: [
        { transactionId: large.transactionId, accountId, score: 70, liveScore: 0, fired: ['every-gift'] },
      ],
    };
    expect(await report()).toMatchObject(expected);
    await Promise.all([1, 2, 3].map(() => economy.app.get(FoldShadowJob).run()));
    expect(await report()).toMatchObject(expected);
    await act(lead, version, 'stop_shadow').expect(200);
    const after = await economy.submit(rewardOf(accountId, 600));
    expect((await decisionOf(after.transactionId)).decision).not.toHaveProperty('shadow');
    expect((await report()).decisions).toBe(2);
  });

  it('keep few examples of a shadow that would decide everything otherwise, and count all', async () => {
    const version = await inShadow({
      key: 'nothing-goes',
      kinds: ['reward'],
      condition: 'true',
      effect: 'decline',
    });
    const accountId = await economy.account();
    const items = Array.from({ length: 60 }, (_, i) => ({
      idempotencyKey: `k-${i}`,
      ...rewardOf(accountId),
    }));
    await economy.batch(items);
    await economy.batch(items);
    const report = (await lead.request.get(`/staff/rulesets/${version}/shadow`).expect(200)).body;
    expect(report).toMatchObject({ decisions: 60, differing: 60 });
    expect(report.examples.length).toBeLessThan(60);
    await act(lead, version, 'stop_shadow').expect(200);
  });

  it('are never failed by a rule, whatever it does', async () => {
    const hostile = {
      throws: '1 / (tx.coins - tx.coins) > 0',
      overflows: 'tx.coins * 9223372036854775807 > 0',
      'missing-item': 'lists.blockedTypes[5] == "ip"',
      'long-list': `[${Array.from({ length: 60 }, (_, i) => i).join(',')}].exists(x, tx.coins == x + 1000000)`,
      'out-of-text': 'account.country.substring(7) == "x"',
    };
    const before = await liveVersion(lead);
    const draft = await draftOf(lead, before);
    for (const [key, condition] of Object.entries(hostile)) {
      await addRuleTo(lead, draft, { key, condition, kinds: ['reward'], effect: 'decline' });
    }
    await act(lead, draft.version, 'validate').expect(200);
    await act(lead, draft.version, 'submit', { reason: 'What can go wrong' }).expect(200);
    await act(second, draft.version, 'approve', { replaces: before }).expect(200);
    const shadow = await inShadow({
      key: 'throws-too',
      condition: '1 / (tx.coins - tx.coins) > 0',
      kinds: ['reward'],
    });
    const answer = await economy.submit(rewardOf(await economy.account()));
    expect(answer.outcome).toBe('approve');
    const { decision } = await decisionOf(answer.transactionId);
    expect((decision['errors'] as { key: string }[]).map(({ key }) => key)).toEqual([
      'throws',
      'overflows',
      'missing-item',
      'out-of-text',
    ]);
    expect(decision['shadow']).toEqual([shadow, 0, 0]);
    await act(lead, shadow, 'stop_shadow').expect(200);
    await act(lead, before, 'roll_back', { reason: 'Enough' }).expect(200);
  });

  it('refuse rules that could cost too much before they meet one', async () => {
    const draft = await draftOf(lead);
    const numbers = `[${Array.from({ length: 100 }, (_, i) => i).join(',')}]`;
    const costly = {
      nested: `${numbers}.exists(x, ${numbers}.exists(y, x == y))`,
      doubling: 'cel.bind(a, account.id + account.id, cel.bind(b, a + a, size(b + b) > 3))',
      pattern: 'account.id.matches("(a+)+$")',
      long: `${numbers}.all(x, velocity.account.h1.purchases + velocity.device.h1.purchases > x)`,
    };
    for (const [key, condition] of Object.entries(costly)) await addRuleTo(lead, draft, { key, condition });
    const check = (await lead.request.get(`/staff/rulesets/${draft.version}/check`).expect(200)).body;
    expect([...new Set(check.problems.map(({ key }: { key: string }) => key))]).toEqual(Object.keys(costly));
    await act(lead, draft.version, 'validate').expect(422);
  });
});
