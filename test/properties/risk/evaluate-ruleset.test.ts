import {
  compileRuleset,
  ListIndex,
  RULE_MODES,
  reasonsOf,
  STARTER_RULESET,
  TRANSACTION_KINDS,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compile, GIFT, judge } from '../../support/rules-under-test.js';

describe('judging by rules', () => {
  it('records what a rule read, and only where it fired', () => {
    const ruleset = compile(
      {
        condition: 'velocity.account.h1.giftsSent >= 2 && tx.coins > account.paidCoins',
        effect: { type: 'review', score: 20 },
        kinds: ['gift'],
      },
      { condition: 'tx.coins > 1000000' },
    );
    const evaluation = judge(ruleset, {
      ...GIFT,
      facts: { coins: 900 },
      history: { account: [{ series: 'giftsSent', times: 3 }] },
    });
    expect(evaluation.fired).toEqual([
      {
        key: 'rule-0',
        description: 'A rule under test',
        mode: 'live',
        effect: 'review',
        score: 20,
        reasonCode: 'test.fired',
        message: 'It fired.',
        values: { 'velocity.account.h1.giftsSent': 3, 'tx.coins': 900, 'account.paidCoins': 500 },
      },
    ]);
    expect(evaluation).toMatchObject({ outcome: 'review', score: 20, errors: [] });
    expect(JSON.parse(JSON.stringify(evaluation))).toEqual(evaluation);
  });

  it('says beside a yes or a score what it rests on, though the rule did not ask', () => {
    const ruleset = compile(
      { condition: 'lists.blocked' },
      { condition: 'security.takeoverScore >= 0 && !lists.allowed' },
    );
    const lists = new ListIndex([
      { entryId: 'entry-1', list: 'block', type: 'ip', value: '198.18.0.0', expiresAt: null },
    ]);
    const device = { id: 'phone', ip: '198.18.0.0' };
    const { fired } = judge(ruleset, { tx: { kind: 'unlock', device }, lists });
    expect(fired.map(({ values }) => values)).toEqual([
      { 'lists.blocked': true, 'lists.blockedTypes': ['ip'] },
      {
        'security.takeoverScore': 0,
        'security.takeoverSigns': [],
        'lists.allowed': false,
        'lists.allowedTypes': [],
      },
    ]);
  });

  it('masks personal details in what it records', () => {
    const ruleset = compile({ condition: 'device.ip.startsWith("198.") && payment.instrument != ""' });
    const [fired] = judge(ruleset, { tx: { kind: 'purchase' } }).fired;
    expect(fired!.values).toEqual({ 'device.ip': '198.18.•••', 'payment.instrument': '•••' });
  });

  it('reports a rule that fails and goes on with the others', () => {
    const ruleset = compile(
      { condition: '1000 / tx.quantity > 1', effect: { type: 'decline', score: 0 } },
      { condition: 'tx.kind == "unlock"' },
      { condition: 'int(account.country) == 3', effect: { type: 'decline', score: 0 } },
      { condition: 'tx.coins * 9223372036854775807 > 0', effect: { type: 'decline', score: 0 } },
    );
    const evaluation = judge(ruleset, { tx: { kind: 'unlock' } });
    expect(evaluation.fired.map(({ key }) => key)).toEqual(['rule-1']);
    expect(evaluation).toMatchObject({ outcome: 'approve', score: 10 });
    expect(evaluation.errors.map(({ key }) => key)).toEqual(['rule-0', 'rule-2', 'rule-3']);
    for (const { message } of evaluation.errors) expect(message).not.toContain('\n');
  });

  it('adds up live scores, lets verdicts win, and lets shadow rules change nothing', () => {
    const effect = fc.record({
      type: fc.constantFrom('decline' as const, 'review' as const, 'score' as const, 'score' as const),
      score: fc.integer({ min: -60, max: 80 }),
    });
    const some = fc.array(
      fc.record({
        effect,
        mode: fc.constantFrom(...RULE_MODES),
        condition: fc.constantFrom('true', 'false'),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, (rules) => {
        const evaluation = judge(compile(...rules), GIFT);
        const live = rules.filter(({ mode, condition }) => mode === 'live' && condition === 'true');
        const score = Math.max(
          0,
          live.reduce((sum, { effect: { score } }) => sum + score, 0),
        );
        const has = (type: string) => live.some(({ effect }) => effect.type === type);
        const outcome =
          has('decline') || score >= 100 ? 'decline' : has('review') || score >= 50 ? 'review' : 'approve';
        expect(evaluation).toMatchObject({ score, outcome });
        expect(evaluation.fired).toHaveLength(
          rules.filter(({ mode, condition }) => mode !== 'off' && condition === 'true').length,
        );
        expect(reasonsOf(evaluation)).toHaveLength(
          live.filter(({ effect: { type, score } }) => type !== 'score' || score > 0).length,
        );
      }),
    );
  });

  it('gives the gravest reason first', () => {
    const effects = [
      { type: 'score', score: 40 },
      { type: 'review', score: 0 },
      { type: 'score', score: 70 },
      { type: 'decline', score: 0 },
    ] as const;
    const ruleset = compile(...effects.map((effect, i) => ({ effect, reasonCode: `reason.${i}` })));
    expect(reasonsOf(judge(ruleset, GIFT)).map(({ code }) => code)).toEqual([
      'reason.3',
      'reason.1',
      'reason.2',
      'reason.0',
    ]);
  });

  it('asks rules only about the kinds they look at', () => {
    const ruleset = compile({ kinds: ['purchase', 'gift'] });
    const fired = TRANSACTION_KINDS.filter((kind) => judge(ruleset, { tx: { kind } }).fired.length > 0);
    expect(fired).toEqual(['purchase', 'gift']);
  });

  it('answers in time of the starter ruleset for any transaction, however extreme', () => {
    const ruleset = compileRuleset(STARTER_RULESET);
    if (!ruleset.ok) throw new Error('the starter ruleset does not compile');
    const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(
        fc.constantFrom(...TRANSACTION_KINDS),
        fc.record({ coins: amount, bonusCoins: amount, diamonds: amount, amountUsdMinor: amount }),
        fc.integer({ min: -8.64e15, max: 8.64e15 }),
        (kind, facts, createdAt) => {
          const past = [{ series: 'purchases', amount: facts.coins, times: 3, minutesAgo: 100 }] as const;
          const evaluation = judge(ruleset.value, {
            tx: { kind, device: undefined },
            facts,
            account: { createdAt, email: null },
            history: { account: past, counterparty: past, pair: past },
          });
          expect(evaluation.score).toBeGreaterThanOrEqual(0);
          // Products beyond 64 bits fail loudly and harm nobody else.
          for (const { key } of evaluation.errors)
            expect(['far-above-norm', 'breaks-a-habit']).toContain(key);
        },
      ),
    );
  });
});
