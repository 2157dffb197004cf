import {
  audienceSubject,
  compileAudience,
  DAY,
  describeAudience,
  emptyVelocity,
  isHeldOut,
  recordVelocity,
  soundAudience,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import { aBuyer, aPromotion, NOON } from '../../support/catalogue-builders.js';
import { PERSON } from '../../support/rule-inputs.js';

describe('an audience', () => {
  test.each([
    ['account.country == "DE"', true],
    ['account.country in ["FR", "IT"]', false],
    ['account.ageDays >= 200 && !account.creator', true],
    ['account.ageDays < 7', false],
    ['account.ageBand == "adult" && account.refunds30d == 0 && account.disputes == 0', true],
    ['account.purchases30d == 0', true],
    ['account.emailDomain.endsWith("example.com")', true],
  ])('%s', (source, holds) => {
    const compiled = compileAudience(source);
    expect(compiled.ok).toBe(true);
    expect(soundAudience(source).holds(aBuyer())).toBe(holds);
  });

  test('knows what was bought in the last 30 days, and what it cost', () => {
    const velocity = emptyVelocity();
    for (const at of [NOON - 40 * DAY, NOON - 3 * DAY, NOON - DAY])
      recordVelocity(velocity, { series: 'purchases', amount: 500 }, at);
    const subject = audienceSubject(PERSON, velocity, NOON);
    expect(subject.bought30d()).toEqual({ purchases: 2, usdMinor: 1_000 });
    expect(soundAudience('account.spentUsdMinor30d >= 1000').holds(subject)).toBe(true);
  });

  test.each([
    ['tx.kind == "purchase"', 'unknown_fact'],
    ['account.countri == "DE"', 'unknown_fact'],
    ['account.ageDays', 'not_yes_or_no'],
    ['account.ageDays == "x"', 'types_differ'],
    ['account.country ==', 'syntax'],
    ['account.country.matches("(a+)+")', 'call_not_allowed'],
    ['true && '.repeat(400), 'too_long'],
  ])('is refused as %s', (source, code) => {
    const compiled = compileAudience(source);
    expect(compiled.ok ? null : compiled.problems[0]?.code).toBe(code);
  });

  test('names the fact that may be meant', () => {
    const compiled = compileAudience('account.countri == "DE"');
    expect(compiled.ok ? null : compiled.problems[0]?.values['near']).toBe('account.country');
  });

  test('has nobody in it when it fails or is not understood', () => {
    expect(soundAudience('account.ageDays / account.disputes > 1').holds(aBuyer())).toBe(false);
    expect(soundAudience('what is this').holds(aBuyer())).toBe(false);
  });

  test('every fact it may read is described', () => {
    for (const { path, description } of describeAudience()) {
      expect(path).toMatch(/^account\./);
      expect(description).not.toBe('');
    }
  });
});

describe('the control group', () => {
  const ids = Array.from({ length: 20_000 }, (_, i) => `account-${i}`);
  const share = (promotionId: string, holdoutPercent: number) =>
    ids.filter((id) => isHeldOut(aPromotion({ promotionId, holdoutPercent }), id));

  test('is as large as was said', () => {
    for (const percent of [0, 1, 5, 20, 50])
      expect(Math.abs(share('spring', percent).length / ids.length - percent / 100)).toBeLessThan(0.012);
  });

  test('is drawn anew for every promotion, and grows with its share', () => {
    const [spring, autumn] = [share('spring', 20), new Set(share('autumn', 20))];
    const both = spring.filter((id) => autumn.has(id)).length;
    expect(Math.abs(both / ids.length - 0.04)).toBeLessThan(0.01);
    const larger = new Set(share('spring', 40));
    expect(spring.every((id) => larger.has(id))).toBe(true);
  });
});
