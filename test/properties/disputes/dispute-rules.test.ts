import {
  DAY,
  DISPUTE_MACHINE,
  DISPUTE_STAGES,
  DISPUTE_STATUSES,
  deadlineOf,
  disputeActionsFor,
  disputeCategory,
  EVIDENCE_CATEGORIES,
  foldDispute,
  liableParty,
  SCHEME_REASON_CODES,
  SCHEME_RESPONSE_DAYS,
  STRIPE_REASONS,
  schemeReason,
  unreachableStates,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import { OPENED, told } from './told-facts.js';

describe('the machine', () => {
  const analyst = new Set(['dispute.respond'] as const);
  const subject = {
    status: 'needs_response',
    stage: 'dispute',
    matched: true,
    answering: false,
    refundable: false,
  } as const;

  test('reaches every status', () => {
    expect(unreachableStates(DISPUTE_MACHINE, DISPUTE_STATUSES)).toEqual([]);
  });

  test('lets a dispute be answered or given up, once', () => {
    expect(disputeActionsFor(analyst, subject)).toEqual(['submit', 'accept']);
    expect(disputeActionsFor(analyst, { ...subject, answering: true })).toEqual([]);
    expect(disputeActionsFor(analyst, { ...subject, status: 'under_review' })).toEqual([]);
    expect(disputeActionsFor(analyst, { ...subject, status: 'expired' })).toEqual([]);
    expect(disputeActionsFor(new Set(['dispute.read']), subject)).toEqual([]);
  });

  test('lets an inquiry be answered or refunded, late too', () => {
    const inquiry = { ...subject, stage: 'inquiry', refundable: true } as const;
    expect(disputeActionsFor(analyst, inquiry)).toEqual(['submit', 'refund']);
    expect(disputeActionsFor(analyst, { ...inquiry, status: 'expired' })).toEqual(['refund']);
    expect(disputeActionsFor(analyst, { ...inquiry, refundable: false })).toEqual(['submit']);
  });

  test('has nothing to send for a purchase nobody knows', () => {
    expect(disputeActionsFor(analyst, { ...subject, matched: false })).toEqual(['accept']);
  });
});

describe('the deadline', () => {
  const since = { stage: 'dispute', stageSince: OPENED, dueAt: null } as const;

  test('is the provider’s where it names one, else the scheme’s', () => {
    expect(deadlineOf({ ...since, scheme: 'visa', dueAt: OPENED + DAY })).toEqual({
      dueAt: OPENED + DAY,
      from: 'provider',
    });
    expect(deadlineOf({ ...since, scheme: 'visa' })).toEqual({ dueAt: OPENED + 30 * DAY, from: 'scheme' });
    expect(deadlineOf({ ...since, scheme: 'American Express' }).dueAt).toBe(OPENED + 20 * DAY);
  });

  test.each(DISPUTE_STAGES)('of an unknown scheme is the shortest there is at %s', (stage) => {
    const days = Math.min(...Object.values(SCHEME_RESPONSE_DAYS).map((of) => of[stage]));
    for (const scheme of [null, 'gold card', '__proto__'])
      expect(deadlineOf({ ...since, stage, scheme }).dueAt).toBe(OPENED + days * DAY);
  });

  test('of a later stage runs from its beginning and does not take the date of the one before', () => {
    const state = foldDispute([
      told({ dueAt: OPENED + 5 * DAY }),
      told({ stage: 'pre_arbitration', dueAt: null }, 24 * 40),
    ]);
    expect(deadlineOf(state)).toEqual({ dueAt: OPENED + 70 * DAY, from: 'scheme' });
  });
});

describe('reasons', () => {
  test('of Stripe that say something decide; the scheme’s code decides for those that do not', () => {
    const visaFraud = { scheme: 'visa', networkReasonCode: '10.4' };
    expect(disputeCategory({ reason: 'duplicate', ...visaFraud })).toBe('duplicate');
    expect(disputeCategory({ reason: 'general', ...visaFraud })).toBe('fraudulent');
    expect(disputeCategory({ reason: 'constructor', scheme: null, networkReasonCode: null })).toBe('general');
  });

  test('are found by their code alone only where one scheme has it', () => {
    expect(schemeReason({ reason: '', scheme: null, networkReasonCode: ' f29 ' })?.category).toBe(
      'fraudulent',
    );
    expect(schemeReason({ reason: '', scheme: 'visa', networkReasonCode: '4837' })).toBeNull();
    expect(schemeReason({ reason: '', scheme: 'diners', networkReasonCode: 'UA02' })?.category).toBe(
      'fraudulent',
    );
  });

  test('all have a category that evidence can answer', () => {
    const codes = Object.values(SCHEME_REASON_CODES).flatMap((of) => Object.values(of));
    const categories = [...codes.map((code) => code.category), ...Object.values(STRIPE_REASONS)];
    expect(categories.filter((category) => !EVIDENCE_CATEGORIES.includes(category))).toEqual([]);
    expect(codes.every((code) => code.title.length > 3)).toBe(true);
  });
});

describe('who bears it', () => {
  test.each([
    ['fraudulent', null, 'platform'],
    ['fraudulent', false, 'platform'],
    ['fraudulent', true, 'issuer'],
    ['unrecognized', true, 'issuer'],
    ['unrecognized', null, 'account'],
    ['product_not_received', true, 'account'],
  ] as const)('%s, strongly authenticated %s: %s', (category, strongAuthentication, party) => {
    expect(liableParty({ category, strongAuthentication })).toBe(party);
  });
});
