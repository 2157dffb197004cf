import {
  composeEvidence,
  DAY,
  EVIDENCE_CATEGORIES,
  EVIDENCE_FIELD_NAMES,
  EVIDENCE_TOTAL_CHARS,
  type EvidenceCategory,
  type EvidenceFacts,
  type EvidenceFields,
  EXHIBITS,
  type ExhibitKey,
  evidenceChars,
  evidenceFieldLimit,
  fitFields,
  fitText,
  MORE_IN_DOCUMENT,
  maskEvidence,
  NO_CHOICES,
  termsAt,
} from '@coinwarden/domain';
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { hostileStrings } from '../../support/hostile-strings.js';
import { BOUGHT_AT, evidenceFacts, otherPurchase } from './evidence-facts.js';

const about = (category: EvidenceCategory, changes: Partial<EvidenceFacts> = {}) => {
  const facts = evidenceFacts(changes);
  return { ...facts, dispute: { ...facts.dispute, category } };
};
const includedIn = (facts: EvidenceFacts, choices = NO_CHOICES) =>
  composeEvidence(facts, choices).document.exhibits.map(({ key }) => key);

describe('the exhibits', () => {
  const twin = otherPurchase({
    purchasedAt: BOUGHT_AT + 60_000,
    money: { amountMinor: 999n, currency: 'USD' },
  });
  const expected: Record<EvidenceCategory, { first: ExhibitKey[]; without: ExhibitKey[] }> = {
    fraudulent: { first: ['purchase', 'prior_purchases', 'activity'], without: ['other_charges', 'refunds'] },
    unrecognized: {
      first: ['purchase', 'prior_purchases', 'activity'],
      without: ['recipients', 'other_charges'],
    },
    product_not_received: {
      first: ['purchase', 'delivery', 'usage'],
      without: ['prior_purchases', 'account'],
    },
    product_unacceptable: {
      first: ['purchase', 'delivery', 'usage'],
      without: ['prior_purchases', 'activity'],
    },
    duplicate: { first: ['purchase', 'other_charges', 'delivery'], without: ['prior_purchases', 'account'] },
    credit_not_processed: { first: ['purchase', 'refunds'], without: ['prior_purchases', 'activity'] },
    subscription_canceled: { first: ['purchase', 'delivery'], without: ['prior_purchases', 'activity'] },
    general: { first: ['purchase', 'delivery', 'usage'], without: ['prior_purchases', 'account'] },
  };

  test.each(EVIDENCE_CATEGORIES)('for %s are those that answer it, the strongest first', (category) => {
    const keys = includedIn(about(category, { similarPurchases: [twin] }));
    const { first, without } = expected[category];
    expect(keys.slice(0, first.length)).toEqual(first);
    expect(keys.filter((key) => without.includes(key))).toEqual([]);
  });

  it('without content are never in the pack, whatever was chosen', () => {
    const facts = about('fraudulent', { priorPurchases: [], activity: [], terms: null });
    const everything = Object.fromEntries(EXHIBITS.map((key) => [key, true]));
    const keys = includedIn(facts, { statement: null, exhibits: everything });
    expect(keys).not.toContain('prior_purchases');
    expect(keys).not.toContain('activity');
    expect(keys).not.toContain('terms');
    expect(keys).toContain('delivery');
  });

  it('are lettered in order, without a gap where one was left out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EVIDENCE_CATEGORIES),
        fc.dictionary(fc.constantFrom(...EXHIBITS), fc.boolean()),
        (category, exhibits) => {
          const { document, exhibits: all } = composeEvidence(about(category), { statement: null, exhibits });
          expect(document.exhibits.map(({ letter }) => letter).join('')).toBe(
            'ABCDEFGHIJ'.slice(0, document.exhibits.length),
          );
          expect(new Set(all.map(({ key }) => key)).size).toBe(EXHIBITS.length);
          for (const { key, included } of all) {
            if (exhibits[key] === false) expect(included).toBe(false);
          }
        },
      ),
    );
  });

  it('that are left out are told nowhere else', () => {
    const { document, fields } = composeEvidence(about('fraudulent'), {
      statement: 'Our statement.',
      exhibits: { usage: false, recipients: false, activity: false },
    });
    expect(JSON.stringify({ document, fields })).not.toContain('Fireworks');
    expect(fields.access_activity_log).not.toContain('sign in');
  });
});

describe('the form', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(...hostileStrings()),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((text) => `${text}\n`.repeat(2_000)),
  );

  it('keeps every limit, whatever it is filled with', () => {
    const fields = fc.dictionary(
      fc.constantFrom(...EVIDENCE_FIELD_NAMES),
      anyText,
    ) as fc.Arbitrary<EvidenceFields>;
    fc.assert(
      fc.property(fields, (filled) => {
        const fitted = fitFields(filled);
        expect(evidenceChars(fitted)).toBeLessThanOrEqual(EVIDENCE_TOTAL_CHARS);
        for (const [name, value] of Object.entries(fitted)) {
          expect(value.length).toBeLessThanOrEqual(evidenceFieldLimit(name as keyof EvidenceFields));
          expect(value.isWellFormed()).toBe(true);
          expect(value).not.toMatch(/(?![\n\t])\p{Cc}|\p{Bidi_Control}/u);
          expect(value.trim()).not.toBe('');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says where it was cut, at the end of a line', () => {
    const cut = fitText('one line of many\n'.repeat(100), 200);
    expect(cut.length).toBeLessThanOrEqual(200);
    expect(cut.endsWith(`many\n${MORE_IN_DOCUMENT}`)).toBe(true);
    expect(fitText('😀'.repeat(100), 51).isWellFormed()).toBe(true);
    expect(fitText('short', 200)).toBe('short');
  });

  it('names the other charge of a duplicate, and of nothing else', () => {
    const similarPurchases = [otherPurchase({ reference: 'pi_twin', purchasedAt: BOUGHT_AT + 60_000 })];
    const duplicate = composeEvidence(about('duplicate', { similarPurchases }), NO_CHOICES).fields;
    expect(duplicate.duplicate_charge_id).toBe('pi_twin');
    expect(duplicate.duplicate_charge_explanation).toContain('pi_disputed');
    const fraud = composeEvidence(about('fraudulent', { similarPurchases }), NO_CHOICES).fields;
    expect(fraud.duplicate_charge_id).toBeUndefined();
  });

  it('never carries a whole card', () => {
    const text = JSON.stringify(composeEvidence(about('fraudulent'), NO_CHOICES));
    expect(text).not.toContain('card_1234567890');
    expect(text).toContain('… ABCD');
  });
});

describe('compelling evidence', () => {
  const opened = BOUGHT_AT + 20 * DAY;
  const aged = (days: number, changes = {}) =>
    otherPurchase({ purchasedAt: opened - days * DAY, ...changes });
  const qualifies = (priorPurchases: EvidenceFacts['priorPurchases'], dispute = {}) => {
    const facts = evidenceFacts({ priorPurchases });
    return composeEvidence({ ...facts, dispute: { ...facts.dispute, ...dispute } }, NO_CHOICES).compelling
      .qualifies;
  };

  test.each([
    ['two of 120 and 364 days', [aged(120), aged(364)], true],
    ['one is too young', [aged(119), aged(364)], false],
    ['one is too old', [aged(120), aged(365)], false],
    ['one only', [aged(150)], false],
    ['another card', [aged(120), aged(200, { instrument: 'card_other' })], false],
    ['the address is enough', [aged(120, { deviceId: 'new' }), aged(200, { deviceId: null })], true],
    ['the account alone is not', [aged(120), aged(200, { deviceId: 'new', ip: '192.0.2.1' })], false],
  ])('%s', (_, prior, expected) => expect(qualifies(prior)).toBe(expected));

  it('is a rule of Visa for fraud only', () => {
    const two = [aged(120), aged(364)];
    expect(qualifies(two, { scheme: 'mastercard', networkReasonCode: '4837' })).toBe(false);
    expect(qualifies(two, { networkReasonCode: '13.1' })).toBe(false);
  });
});

describe('the argument', () => {
  const bare = {
    delivery: { paidCoins: 700n, bonusCoins: 0n, deliveredAt: null },
    usage: { spentCoins: 0n, expiredCoins: 0n, totals: [], firstAt: null, lastAt: null, rows: [], count: 0 },
    recipients: { rows: [], count: 0 },
    activity: [],
    priorPurchases: [],
    terms: null,
  } satisfies Partial<EvidenceFacts>;

  test.each(EVIDENCE_CATEGORIES)('for %s claims nothing that is not known', (category) => {
    const { suggestedStatement } = composeEvidence(about(category, bare), NO_CHOICES);
    expect(suggestedStatement).not.toMatch(/delivered in full|were spent|returning customer|signed in/);
  });

  test.each(EVIDENCE_CATEGORIES)('for %s names no address, device, card or e-mail', (category) => {
    const { suggestedStatement } = composeEvidence(about(category), NO_CHOICES);
    expect(suggestedStatement).not.toMatch(/203\.0\.113|phone-of-ada|ABCD|@example/);
  });

  it.each([
    [
      'what all share',
      [{}, { ip: null }],
      'share the card and the device of this one. None of them was disputed.',
    ],
    [
      'what some share',
      [
        { ip: null, deviceId: null },
        { ip: null, instrument: null },
      ],
      'share the card or the device',
    ],
    [
      'one only',
      [{}],
      '1 earlier purchase that shares the card, the device and the IP address of this one. It was never disputed.',
    ],
  ])('says of earlier purchases %s', (_, changes, said) => {
    const priorPurchases = changes.map((change) => otherPurchase(change));
    const { suggestedStatement } = composeEvidence(about('fraudulent', { priorPurchases }), NO_CHOICES);
    expect(suggestedStatement).toContain(said);
  });

  it('does not ask for money that went back already', () => {
    const refunds = [
      { refundId: 're_1', money: { amountMinor: 999n, currency: 'USD' }, paid: true, at: BOUGHT_AT },
    ];
    const composed = composeEvidence(about('credit_not_processed', { refunds }), NO_CHOICES);
    expect(composed.suggestedStatement).toContain('would return it twice');
    expect(composed.suggestedStatement).not.toContain('We therefore ask');
    expect(composed.concerns).toContain('refunded_in_full');
  });

  it('gives way to what somebody wrote', () => {
    const { document, fields } = composeEvidence(about('general'), { statement: 'My words.', exhibits: {} });
    expect(document.statement).toBe('My words.');
    expect(fields.uncategorized_text).toMatch(/^My words\./);
  });
});

test('what speaks against us is told before the bank tells it', () => {
  const twin = otherPurchase({ purchasedAt: BOUGHT_AT + 60_000 });
  const facts = about('fraudulent', {
    priorPurchases: [],
    similarPurchases: [twin],
    otherDisputes: 2,
    activity: [{ type: 'credential_change', at: BOUGHT_AT - DAY, deviceId: 'stranger', ip: null }],
  });
  expect(composeEvidence(facts, NO_CHOICES).concerns).toEqual([
    'possible_duplicate',
    'credentials_changed_before',
    'first_seen_device',
    'no_prior_purchases',
    'other_disputes',
  ]);
  expect(composeEvidence(evidenceFacts(), NO_CHOICES).concerns).toEqual([]);
});

test('who may not see details sees none of them in the pack', () => {
  const masked = JSON.stringify(composeEvidence(maskEvidence(evidenceFacts(), new Set()), NO_CHOICES));
  expect(masked).not.toMatch(/203\.0\.113\.7|phone-of-ada|ada@example\.com/);
  const network = new Set(['pii.network'] as const);
  const some = JSON.stringify(composeEvidence(maskEvidence(evidenceFacts(), network), NO_CHOICES));
  expect(some).toContain('203.0.113.7');
  expect(some).not.toContain('ada@example.com');
});

describe('the terms', () => {
  const since = (shownSince: string) => ({ ...evidenceFacts().terms!, shownSince, version: shownSince });
  const all = [since('2026-02-01'), since('2025-01-01'), since('2026-03-02')];

  test.each([
    ['2024-12-31T23:59:59Z', null],
    ['2025-01-01T00:00:00Z', '2025-01-01'],
    ['2026-02-01T00:00:00Z', '2026-02-01'],
    ['2026-03-01T23:59:59Z', '2026-02-01'],
    ['2027-01-01T00:00:00Z', '2026-03-02'],
  ])('of a purchase at %s are those of %s', (at, version) => {
    expect(termsAt(all, Date.parse(at))?.version ?? null).toBe(version);
  });
});
