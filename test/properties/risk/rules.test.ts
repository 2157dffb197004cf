import {
  type CompiledRuleset,
  compileRuleset,
  describeRuleContext,
  type Evaluation,
  evaluateRuleset,
  ListIndex,
  RULE_MODES,
  type Rule,
  type RuleProblem,
  reasonsOf,
  ruleContext,
  STARTER_RULESET,
  TRANSACTION_KINDS,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NOON, ruleInput, type Traits } from '../../support/rule-inputs.js';

const rule = (traits: Partial<Rule>): Rule => ({
  key: 'a-rule',
  group: 'gift_rings',
  description: 'A rule under test',
  condition: 'true',
  effect: { type: 'score', score: 10 },
  mode: 'live',
  reasonCode: 'test.fired',
  message: 'It fired.',
  ...traits,
});

const THRESHOLDS = { version: 7, reviewScore: 50, declineScore: 100 };

function compile(...rules: Partial<Rule>[]): CompiledRuleset {
  const result = compileRuleset({
    ...THRESHOLDS,
    rules: rules.map((traits, i) => rule({ key: `rule-${i}`, ...traits })),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function problems(traits: Partial<Rule>): readonly RuleProblem[] {
  const result = compileRuleset({ ...THRESHOLDS, rules: [rule(traits)] });
  return result.ok ? [] : result.problems;
}

const judge = (ruleset: CompiledRuleset, traits: Traits): Evaluation =>
  evaluateRuleset(ruleset, ruleContext(ruleInput(traits)));
const GIFT: Traits = { tx: { kind: 'gift' } };

describe('compiling rules', () => {
  it.each([
    ['a syntax error', 'tx.coins >> 3', 'condition', [10, 11]],
    ['an unknown variable', 'transaction.coins > 3', 'condition', [0, 11]],
    ['an unknown fact', 'tx.coins > 3 && tx.cions > 3', 'condition', [19, 24]],
    ['a type error', 'tx.coins > "3"', 'condition', [0, 14]],
    ['something that is no yes or no', 'tx.coins + 1', 'condition', [0, 12]],
    ['a fact of an empty group', 'content.verdict == "scam"', 'condition', [8, 15]],
    ['a pattern, whose time is unbounded', 'tx.giftId.matches("(a+)+$")', 'condition', [0, 27]],
    [
      'an iteration within an iteration',
      'lists.blockedTypes.all(a, lists.watchedTypes.exists(b, a == b))',
      'condition',
      [26, 62],
    ],
  ])('refuses %s and says where', (_, condition, field, range) => {
    const found = problems({ condition });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ key: 'a-rule', field });
    expect(found[0]!.message.length).toBeGreaterThan(10);
    expect([found[0]!.start, found[0]!.end]).toEqual(range);
  });

  it('bounds what a condition may cost', () => {
    expect(problems({ condition: `true${' || tx.coins > 1'.repeat(100)}` })).toHaveLength(1);
    expect(problems({ condition: `${'('.repeat(60)}true${')'.repeat(60)}` })).toHaveLength(1);
    expect(problems({ condition: `tx.giftId == "${'x'.repeat(2_000)}"` })[0]!.message).toMatch(
      /2000 characters/,
    );
    const long = `tx.coins in [${Array.from({ length: 101 }, (_, i) => i).join(',')}]`;
    expect(problems({ condition: long })).toHaveLength(1);
  });

  it('refuses keys, scores and thresholds that make no sense, all at once', () => {
    const result = compileRuleset({
      version: 1,
      reviewScore: 50,
      declineScore: 50,
      rules: [
        rule({ key: 'Twice' }),
        rule({ key: 'twice' }),
        rule({ key: 'twice', effect: { type: 'score', score: 1.5 } }),
        rule({ key: 'loud', effect: { type: 'score', score: 5_000 } }),
      ],
    });
    expect(result.ok ? [] : result.problems.map(({ key, field }) => [key, field])).toEqual([
      [null, 'thresholds'],
      ['Twice', 'key'],
      ['twice', 'key'],
      ['twice', 'effect'],
      ['loud', 'effect'],
    ]);
  });

  it('never throws, whatever stands in a condition', () => {
    const word = fc.constantFrom(
      'tx',
      '.',
      'coins',
      ' ',
      '(',
      ')',
      '[',
      ']',
      '"',
      '1',
      '-',
      '&&',
      'in',
      '?',
      ':',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join('')),
        ),
        (condition) => {
          for (const problem of problems({ condition })) expect(problem.message).not.toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });
});

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
      ({ list: 'block', type, value, expiresAt: null }) as const;
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
