import { compileRuleset } from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { problems, rule } from '../../support/rules-under-test.js';

describe('compiling rules', () => {
  it.each([
    ['a syntax error', 'tx.coins >> 3', 'syntax', [10, 11]],
    ['an unknown variable', 'transaction.coins > 3', 'unknown_fact', [0, 11]],
    ['an unknown fact', 'tx.coins > 3 && tx.cions > 3', 'unknown_fact', [19, 24]],
    ['a type error', 'tx.coins > "3"', 'types_differ', [0, 14]],
    ['something that is no yes or no', 'tx.coins + 1', 'not_yes_or_no', [0, 12]],
    ['a fact of an empty group', 'content.verdict == "scam"', 'unknown_fact', [8, 15]],
    ['a pattern, whose time is unbounded', 'tx.giftId.matches("(a+)+$")', 'call_not_allowed', [0, 27]],
    [
      'an iteration within an iteration',
      'lists.blockedTypes.all(a, lists.watchedTypes.exists(b, a == b))',
      'iterations_nest',
      [26, 62],
    ],
  ])('refuses %s and says what and where', (_, condition, code, range) => {
    const found = problems({ condition });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ key: 'a-rule', field: 'condition', code });
    expect(found[0]!.message.length).toBeGreaterThan(10);
    expect([found[0]!.start, found[0]!.end]).toEqual(range);
  });

  it.each([
    ['tx.cions > 3', 'tx.cions', 'tx.coins'],
    ['velocity.account.h1.giftsSen > 3', 'velocity.account.h1.giftsSen', 'velocity.account.h1.giftsSent'],
    ['velocity.acount.h1.giftsSent > 3', 'velocity.acount', 'velocity.account'],
    ['tx.nothingLikeIt > 3', 'tx.nothingLikeIt', undefined],
  ])('names the fact that %s may mean', (condition, fact, near) => {
    expect(problems({ condition })[0]!.values).toEqual(near === undefined ? { fact } : { fact, near });
  });

  it('bounds what a condition may cost', () => {
    expect(problems({ condition: `true${' || tx.coins > 1'.repeat(100)}` })).toMatchObject([
      { code: 'too_long' },
    ]);
    const repeated = `["${'a", "'.repeat(98)}b"].all(x, limits.usedPercent + security.takeoverScore > 3)`;
    expect(problems({ condition: repeated })).toMatchObject([{ code: 'too_costly', values: { max: 600 } }]);
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
    expect(result.ok ? [] : result.problems.map(({ key, field, code }) => [key, field, code])).toEqual([
      [null, 'thresholds', 'thresholds_out_of_order'],
      ['Twice', 'key', 'key_malformed'],
      ['twice', 'key', 'key_repeated'],
      ['twice', 'effect', 'score_out_of_range'],
      ['loud', 'effect', 'score_out_of_range'],
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
