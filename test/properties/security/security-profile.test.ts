import {
  acceptedMethods,
  CREDENTIALS,
  cleared,
  DAY,
  decodeSecurity,
  encodeSecurity,
  HOUR,
  isProven,
  MINUTE,
  NOTHING_HAPPENED,
  type Place,
  PROFILE_BOUNDS,
  type SecurityEvent,
  STEP_UP_METHODS,
  signsOf,
  takeoverScore,
  withEvent,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const NOW = Date.UTC(2026, 4, 1, 12);

const place: fc.Arbitrary<Place> = fc
  .record({
    country: fc.constantFrom('DE', 'US', 'NG'),
    city: fc.option(fc.constantFrom('Berlin', 'Lagos', 'x'.repeat(200)), { nil: undefined }),
    position: fc.option(
      fc.record({
        latitude: fc.double({ min: -90, max: 90, noNaN: true }),
        longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      }),
      { nil: undefined },
    ),
  })
  .map(({ position, ...named }) => ({ ...named, ...position }));

const common = {
  // Few moments, so that several things happen at once, over more weeks than are kept.
  at: fc.oneof(
    fc.integer({ min: 0, max: 40 }).map((hours) => NOW - hours * HOUR),
    fc.integer({ min: 0, max: 900 }).map((days) => NOW - days * DAY),
  ),
  device: fc.integer({ min: 0, max: 6 }),
};
const event: fc.Arbitrary<SecurityEvent> = fc.oneof(
  fc.record({ type: fc.constant('sign_in' as const), place: fc.option(place), ...common }),
  fc.record({ type: fc.constant('sign_in_failed' as const), ...common }),
  fc.record({
    type: fc.constant('credential_change' as const),
    credential: fc.constantFrom(...CREDENTIALS),
    ...common,
  }),
  fc.record({ type: fc.constant('recovery' as const), ...common }),
  fc.record({
    type: fc.constant('step_up' as const),
    method: fc.constantFrom(...STEP_UP_METHODS),
    passed: fc.boolean(),
    ...common,
  }),
);
const events = fc.array(event, { maxLength: 250, size: 'max' });
const fold = (all: readonly SecurityEvent[]) => all.reduce(withEvent, NOTHING_HAPPENED);

describe('the profile of an account’s security', () => {
  it('is the same in whichever order events come, and however often', () => {
    const told = events.chain((all) =>
      fc.record({
        all: fc.constant(all),
        shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
        again: fc.subarray(all),
      }),
    );
    fc.assert(
      fc.property(told, ({ all, shuffled, again }) => {
        expect(encodeSecurity(fold([...again, ...shuffled, ...again]))).toBe(encodeSecurity(fold(all)));
      }),
      { numRuns: 40 },
    );
  });

  it('comes out of its text as it went in, at every step', () => {
    fc.assert(
      fc.property(events, (all) => {
        let profile = NOTHING_HAPPENED;
        for (const one of all) {
          profile = withEvent(decodeSecurity(encodeSecurity(profile)), one);
          expect(decodeSecurity(encodeSecurity(profile))).toEqual(profile);
        }
        expect(encodeSecurity(profile)).toBe(encodeSecurity(fold(all)));
        const looked = cleared(profile, NOW);
        expect(decodeSecurity(encodeSecurity(looked))).toEqual(looked);
      }),
      { numRuns: 15 },
    );
  });

  it('stays small, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 400, maxLength: 600, size: 'max' }), (all) => {
        const { clearedAt: _, ...lists } = fold(all);
        for (const [name, list] of Object.entries(lists))
          expect(list.length).toBeLessThanOrEqual(PROFILE_BOUNDS[name as keyof typeof lists]);
        expect(encodeSecurity(fold(all)).length).toBeLessThan(16_000);
      }),
      { numRuns: 6 },
    );
  });

  it('says the same of a moment, whatever happens later', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (all) => {
        const then = NOW - 20 * HOUR;
        const acting = { device: 3 };
        const known = fold(all.filter(({ at }) => at <= then));
        expect(takeoverScore(fold(all), acting, then).score).toBe(takeoverScore(known, acting, then).score);
        expect(isProven(fold(all), { device: 3, now: then })).toBe(isProven(known, { device: 3, now: then }));
      }),
    );
  });

  it('does not let failed sign-ins push anything else out', () => {
    const before = fold([
      { type: 'sign_in', at: NOW - 30 * DAY, device: 1, place: null },
      { type: 'credential_change', at: NOW - DAY, device: 2, credential: 'email' },
    ]);
    const guesses = Array.from(
      { length: 1_000 },
      (_, i): SecurityEvent => ({ type: 'sign_in_failed', at: NOW - i, device: 2 }),
    );
    const after = guesses.reduce(withEvent, before);
    expect({ ...after, failures: [] }).toEqual(before);
    expect(signsOf(after, { device: 2 }, NOW).failures).toBe(PROFILE_BOUNDS.failures);
  });
});

describe('a step-up', () => {
  const passed = (method: (typeof STEP_UP_METHODS)[number], at: number): SecurityEvent => ({
    type: 'step_up',
    at,
    device: 1,
    method,
    passed: true,
  });

  it('counts on its device for twelve hours', () => {
    const profile = fold([passed('email', NOW)]);
    expect(isProven(profile, { device: 1, now: NOW })).toBe(true);
    expect(isProven(profile, { device: 1, now: NOW + 12 * HOUR - 1 })).toBe(true);
    expect(isProven(profile, { device: 1, now: NOW + 12 * HOUR })).toBe(false);
    expect(isProven(profile, { device: 2, now: NOW })).toBe(false);
    expect(isProven(profile, { device: 1, now: NOW - 1 })).toBe(false);
    expect(
      isProven(fold([{ ...passed('email', NOW), passed: false } as SecurityEvent]), { device: 1, now: NOW }),
    ).toBe(false);
  });

  it('proves nothing by what was changed within a week', () => {
    const changedEmail: SecurityEvent = {
      type: 'credential_change',
      at: NOW - HOUR,
      device: 1,
      credential: 'email',
    };
    const profile = fold([changedEmail, passed('email', NOW)]);
    expect(isProven(profile, { device: 1, now: NOW })).toBe(false);
    expect(isProven(withEvent(profile, passed('phone', NOW)), { device: 1, now: NOW })).toBe(true);
    expect(acceptedMethods(profile, NOW)).toEqual(['second_factor', 'phone', 'payment', 'identity']);
    expect(acceptedMethods(profile, NOW + 7 * DAY)).toEqual(STEP_UP_METHODS);
    const unsaid: SecurityEvent = { ...changedEmail, credential: 'other' };
    expect(acceptedMethods(fold([unsaid]), NOW)).toEqual(['payment', 'identity']);
  });

  it('explains what happened before it on its device, and nothing after', () => {
    const taken: SecurityEvent[] = [
      { type: 'sign_in', at: NOW - 90 * DAY, device: 9, place: null },
      { type: 'sign_in', at: NOW - 10 * MINUTE, device: 1, place: null },
      { type: 'credential_change', at: NOW - 5 * MINUTE, device: 1, credential: 'password' },
    ];
    const before = takeoverScore(fold(taken), { device: 1 }, NOW).score;
    expect(before).toBeGreaterThan(400);
    const proven = fold([...taken, passed('phone', NOW - MINUTE)]);
    expect(takeoverScore(proven, { device: 1 }, NOW).score).toBe(0);
    const again = withEvent(proven, { type: 'credential_change', at: NOW, device: 1, credential: 'phone' });
    expect(takeoverScore(again, { device: 1 }, NOW).parts.map(({ sign }) => sign)).toEqual([
      'credential_change',
    ]);
    expect(takeoverScore(cleared(fold(taken), NOW), { device: 1 }, NOW).score).toBe(0);
  });
});
