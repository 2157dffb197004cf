import { compileRuleset } from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { problems, rule } from '../../support/rules-under-test.js';

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
