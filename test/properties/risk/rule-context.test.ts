import { describeRuleContext, ListIndex, TRANSACTION_KINDS } from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import { NOON } from '../../support/rule-inputs.js';
import { compile, GIFT, judge } from '../../support/rules-under-test.js';

describe('the rule context', () => {
  const docs = describeRuleContext();

  it('explains every fact, and every fact can be read on every kind of transaction', () => {
    expect(docs.length).toBeGreaterThan(100);
    const anything = { int: '!= -1', string: '!= "?"', bool: 'in [true, false]', 'list<string>': '!= ["?"]' };
    for (let from = 0; from < docs.length; from += 40) {
      const some = docs.slice(from, from + 40);
      const ruleset = compile(
        ...some.map(({ path, type }) => ({
          condition: `${path} ${anything[type as keyof typeof anything]}`,
        })),
      );
      for (const kind of TRANSACTION_KINDS) {
        const evaluation = judge(ruleset, { tx: { kind } });
        expect(evaluation.errors).toEqual([]);
        expect(evaluation.fired).toHaveLength(some.length);
      }
    }
    for (const { description } of docs) expect(description).toMatch(/^\S.{5,}/);
  });

  it('leaves the transaction itself out of velocity and counts it in links', () => {
    const ruleset = compile({
      condition: 'velocity.device.d30.accounts == 2 && links.accountsOnDevice == 3 && device.isNew',
    });
    const history = { device: [{ series: 'giftsSent', seen: { accounts: ['bob', 'cleo'] } }] } as const;
    expect(judge(ruleset, { ...GIFT, history }).fired).toHaveLength(1);
  });

  it('reads the room under the tightest limit', () => {
    const room = (measure: 'coins_spent' | 'purchase_money', used: bigint) => ({
      layer: 'platform' as const,
      measure,
      window: 'day' as const,
      currency: null,
      limit: 200n,
      used,
      remaining: 200n - used,
      resetsAt: NOON,
    });
    const ruleset = compile({
      condition: 'limits.near && limits.usedPercent == 95 && limits.purchaseUsedPercent == 10',
    });
    const limits = [room('coins_spent', 190n), room('purchase_money', 20n)];
    expect(judge(ruleset, { ...GIFT, limits }).fired).toHaveLength(1);
    expect(judge(ruleset, { ...GIFT, limits: limits.slice(1) }).fired).toHaveLength(0);
  });

  it('finds list entries by type, whatever the case where case means nothing', () => {
    const entry = (type: 'ip' | 'email_domain' | 'account', value: string) =>
      ({ entryId: 'entry-1', list: 'block', type, value, expiresAt: null }) as const;
    const lists = new ListIndex([
      entry('email_domain', 'EXAMPLE.com'),
      entry('ip', '2001:DB8::1'),
      entry('account', 'ADA'),
    ]);
    const ruleset = compile({ condition: 'lists.blockedTypes == ["ip", "email_domain"]' });
    const device = { id: 'phone', ip: '2001:db8::1' };
    expect(judge(ruleset, { tx: { kind: 'unlock', device }, lists }).fired).toHaveLength(1);
  });
});
