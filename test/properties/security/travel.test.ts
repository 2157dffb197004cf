import {
  DAY,
  distanceKm,
  HOUR,
  impossibleTravel,
  isSamePlace,
  MINUTE,
  NOTHING_HAPPENED,
  type Place,
  type SecurityEvent,
  takeoverScore,
  withEvent,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const NOW = Date.UTC(2026, 4, 1, 12);
const BERLIN: Place = { country: 'DE', city: 'Berlin', latitude: 52.52, longitude: 13.41 };
const POTSDAM: Place = { country: 'DE', city: 'Potsdam', latitude: 52.4, longitude: 13.06 };
const LONDON: Place = { country: 'GB', city: 'London', latitude: 51.51, longitude: -0.13 };
const SYDNEY: Place = { country: 'AU', city: 'Sydney', latitude: -33.87, longitude: 151.21 };

const position = fc.record({
  country: fc.constant('DE'),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('distance', () => {
  it('is that of the great circle', () => {
    // Published great-circle distances, to the nearest 20 km.
    expect(distanceKm(BERLIN, LONDON)).toBeGreaterThan(910);
    expect(distanceKm(BERLIN, LONDON)).toBeLessThan(950);
    expect(Math.abs(distanceKm(LONDON, SYDNEY)! - 16_990)).toBeLessThan(40);
    const fiji = { country: 'FJ', latitude: -17, longitude: 179.9 };
    expect(distanceKm(fiji, { ...fiji, longitude: -179.9 })).toBeLessThan(25);
  });

  it('is none to itself, the same both ways, and at most half round the earth', () => {
    fc.assert(
      fc.property(position, position, (one, other) => {
        expect(distanceKm(one, one)).toBeCloseTo(0, 3);
        const there = distanceKm(one, other)!;
        expect(distanceKm(other, one)).toBeCloseTo(there, 6);
        expect(there).toBeLessThanOrEqual(20_016);
      }),
    );
  });

  it('is not known without positions, and a country alone is never far', () => {
    expect(distanceKm({ country: 'DE' }, SYDNEY)).toBeNull();
    expect(isSamePlace(BERLIN, POTSDAM)).toBe(true);
    expect(isSamePlace(BERLIN, LONDON)).toBe(false);
    expect(isSamePlace(BERLIN, { country: 'DE' })).toBe(true);
    expect(isSamePlace({ country: 'GB' }, { country: 'DE' })).toBe(false);
    expect(isSamePlace({ country: 'DE', city: 'Bonn' }, { country: 'DE', city: 'Köln' })).toBe(false);
  });
});

describe('impossible travel', () => {
  const stay = (place: Place, device: number, minutes: number) => ({
    at: NOW + minutes * MINUTE,
    device,
    place,
  });

  it('takes two devices, two positions and too little time', () => {
    expect(impossibleTravel(stay(BERLIN, 1, 0), stay(SYDNEY, 2, 60))).toMatchObject({
      km: expect.any(Number),
    });
    expect(impossibleTravel(stay(BERLIN, 1, 0), stay(SYDNEY, 1, 60))).toBeNull();
    expect(impossibleTravel(stay(BERLIN, 1, 0), stay(SYDNEY, 2, 24 * 60))).toBeNull();
    expect(impossibleTravel(stay(BERLIN, 1, 0), stay({ country: 'AU' }, 2, 1))).toBeNull();
    expect(impossibleTravel(stay(BERLIN, 1, 0), stay(POTSDAM, 2, 0))).toBeNull();
    // A flight to London takes two hours and is 930 km.
    expect(impossibleTravel(stay(BERLIN, 1, 0), stay(LONDON, 2, 110))).toBeNull();
    expect(impossibleTravel(stay(BERLIN, 1, 0), stay(LONDON, 2, 20))).not.toBeNull();
  });

  const signIn = (device: number, place: Place, at: number): SecurityEvent => ({
    type: 'sign_in',
    device,
    place,
    at,
  });
  const signs = (events: readonly SecurityEvent[], device: number) =>
    takeoverScore(events.reduce(withEvent, NOTHING_HAPPENED), { device }, NOW).parts.map(({ sign }) => sign);
  const HOME = [30, 20, 10, 2].map((days) => signIn(1, BERLIN, NOW - days * DAY));

  it('is seen from the device that came in from elsewhere, whether the owner came before or after it', () => {
    const before = [...HOME, signIn(1, BERLIN, NOW - HOUR), signIn(2, SYDNEY, NOW - HOUR / 2)];
    expect(signs(before, 2)).toEqual(['new_device', 'new_country', 'impossible_travel']);
    const after = [...HOME, signIn(2, SYDNEY, NOW - HOUR), signIn(1, BERLIN, NOW - HOUR / 2)];
    expect(signs(after, 2)).toEqual(['new_device', 'new_country', 'impossible_travel']);
    expect(signs(after, 1)).toEqual([]);
    fc.assert(
      fc.property(fc.shuffledSubarray(before, { minLength: before.length }), (late) => {
        expect(signs(late, 2)).toContain('impossible_travel');
      }),
    );
  });

  it('is not called out at somebody whose VPN jumps, and not again where they often are', () => {
    const jumps = Array.from({ length: 12 }, (_, i) =>
      signIn(1, [SYDNEY, BERLIN, LONDON][i % 3]!, NOW - i * HOUR),
    );
    expect(signs([...HOME, ...jumps], 1)).not.toContain('impossible_travel');
    // A laptop that has always been behind a VPN in Sydney, and a phone at home.
    const used = [...HOME, ...[25, 5, 1].map((days) => signIn(2, SYDNEY, NOW - days * DAY))];
    const today = [signIn(1, BERLIN, NOW - HOUR), signIn(2, SYDNEY, NOW - MINUTE)];
    expect(signs([...used, ...today], 2)).toEqual([]);
  });

  it('leaves a traveller with their own phone in peace', () => {
    const score = takeoverScore(
      [...HOME, signIn(1, SYDNEY, NOW - HOUR)].reduce(withEvent, NOTHING_HAPPENED),
      { device: 1, spending: 1 },
      NOW,
    );
    expect(score.score).toBeLessThan(200);
  });

  it('needs a past: whoever has just signed up is new everywhere', () => {
    expect(signs([signIn(1, BERLIN, NOW - HOUR), signIn(2, SYDNEY, NOW - MINUTE)], 2)).toEqual([]);
  });
});
