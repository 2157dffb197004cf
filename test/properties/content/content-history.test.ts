import {
  addressedTo,
  type ContentHistory,
  contentFactsAt,
  DAY,
  decodeContentHistory,
  encodeContentHistory,
  hasAddressed,
  MAX_ADDRESSED,
  MINUTE,
  NOTHING_FLAGGED,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NOON } from '../../support/rule-inputs.js';

const day = fc.record({ day: fc.nat(40_000), scams: fc.nat(9), suspects: fc.nat(9) });
const history: fc.Arbitrary<ContentHistory> = fc.record({
  days: fc.array(day, { minLength: 1, maxLength: 30 }),
  lastScamAt: fc.option(fc.nat()),
  lastFlaggedAt: fc.option(fc.nat()),
  lastVerdict: fc.constantFrom('suspect', 'scam'),
  sharedDomainAccounts: fc.nat(1_000),
  addressed: fc.array(fc.record({ recipient: fc.nat(), at: fc.nat() }), { maxLength: MAX_ADDRESSED }),
});

describe('the history of what an account has written', () => {
  it('is the same after packing and unpacking', () => {
    fc.assert(
      fc.property(history, (known) => {
        expect(decodeContentHistory(encodeContentHistory(known))).toEqual(known);
      }),
    );
    expect(decodeContentHistory(encodeContentHistory(NOTHING_FLAGGED))).toEqual(NOTHING_FLAGGED);
  });

  const today = Math.floor(NOON / DAY);
  const known: ContentHistory = {
    days: [
      { day: today, scams: 1, suspects: 2 },
      { day: today - 29, scams: 4, suspects: 0 },
      { day: today - 30, scams: 9, suspects: 9 },
    ],
    lastScamAt: NOON - 5 * MINUTE,
    lastFlaggedAt: NOON - 5 * MINUTE,
    lastVerdict: 'scam',
    sharedDomainAccounts: 2,
    addressed: [addressedTo('ada', NOON - DAY)],
  };

  it('counts 30 days back from the moment asked about', () => {
    expect(contentFactsAt(known, NOON)).toEqual({
      scams: 5,
      suspects: 2,
      lastVerdict: 'scam',
      scamMinutesAgo: 5,
      sharedDomainAccounts: 2,
    });
    expect(contentFactsAt(known, NOON + 30 * DAY)).toEqual({
      scams: 0,
      suspects: 0,
      lastVerdict: 'clean',
      scamMinutesAgo: null,
      sharedDomainAccounts: 0,
    });
  });

  it('says nothing of what was written later', () => {
    expect(contentFactsAt(known, NOON - DAY)).toMatchObject({ scams: 13, scamMinutesAgo: null });
    expect(hasAddressed(known, 'ada', NOON - 2 * DAY)).toBe(false);
  });

  it('knows for 30 days whom it was sent to', () => {
    expect(hasAddressed(known, 'ada', NOON)).toBe(true);
    expect(hasAddressed(known, 'bob', NOON)).toBe(false);
    expect(hasAddressed(known, 'ada', NOON + 29 * DAY)).toBe(false);
  });
});
