import {
  CODE_LENGTH,
  drawCode,
  needsApproval,
  PERMISSIONS,
  type Permission,
  PROMOTION_ACTIONS,
  PROMOTION_MACHINE,
  PROMOTION_STATUSES,
  type PromotionSubject,
  permissionsOf,
  promotionActionsFor,
  refusePromotionAction,
  statusAt,
  unreachableStates,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import { aPromotion, NOON } from '../../support/catalogue-builders.js';

const everything = new Set(Object.keys(PERMISSIONS) as Permission[]);
const ada = { id: 'ada', permissions: everything };
const promotion = (overrides: Partial<PromotionSubject> = {}): PromotionSubject => ({
  status: 'pending_approval',
  authors: ['ada'],
  ...overrides,
});

describe('the life of a promotion', () => {
  test('reaches every status, time doing its part', () => {
    expect(unreachableStates(PROMOTION_MACHINE, PROMOTION_STATUSES)).toEqual(['active']);
    expect(statusAt(aPromotion({ status: 'scheduled', startsAt: NOON }), NOON)).toBe('active');
  });

  test('is approved by somebody else', () => {
    const reason = null;
    expect(refusePromotionAction('approve', promotion(), { actor: ada, reason })).toBe('self_approval');
    const bob = { ...ada, id: 'bob' };
    expect(refusePromotionAction('approve', promotion(), { actor: bob, reason })).toBeNull();
    expect(promotionActionsFor(ada, promotion())).toEqual(['recall']);
    expect(promotionActionsFor(bob, promotion())).toEqual(['approve', 'reject', 'recall']);
  });

  test('what is offered is what is not refused', () => {
    for (const status of PROMOTION_STATUSES)
      for (const actor of [ada, { ...ada, id: 'bob' }, { id: 'eve', permissions: new Set<Permission>() }]) {
        const subject = promotion({ status });
        const open = PROMOTION_ACTIONS.filter(
          (action) => refusePromotionAction(action, subject, { actor, reason: 'why' }) === null,
        );
        expect(promotionActionsFor(actor, subject)).toEqual(open);
      }
  });

  test('stopping asks why, and safety leads may stop what they may not start', () => {
    const lead = { id: 'lead', permissions: permissionsOf('ts_lead') };
    const active = promotion({ status: 'active' });
    expect(refusePromotionAction('pause', active, { actor: lead, reason: null })).toBe('reason_required');
    expect(promotionActionsFor(lead, active)).toEqual(['pause']);
    expect(promotionActionsFor(lead, promotion({ status: 'paused' }))).toEqual([]);
  });

  test.each([
    ['scheduled', -1, 'scheduled'],
    ['scheduled', 0, 'active'],
    ['active', 0, 'active'],
    ['scheduled', 10, 'ended'],
    ['paused', 5, 'paused'],
    ['paused', 10, 'ended'],
    ['draft', 5, 'draft'],
    ['pending_approval', 20, 'pending_approval'],
    ['ended', 5, 'ended'],
  ] as const)('%s is %i ms after the start of a window of 10 ms: %s', (status, after, expected) => {
    expect(statusAt({ status, startsAt: NOON, endsAt: NOON + 10 }, NOON + after)).toBe(expected);
  });

  test('a second person is needed above what one may give away, and where there is no end to it', () => {
    expect(needsApproval(100n, 100n)).toBe(false);
    expect(needsApproval(101n, 100n)).toBe(true);
    expect(needsApproval(null, 100n)).toBe(true);
  });
});

describe('a code that works once', () => {
  const random = (n: number) => Uint8Array.from({ length: 40 }, (_, i) => (n * 7_919 + i * 104_729) % 256);

  test('is of letters nobody mistakes, after its prefix', () => {
    for (let n = 0; n < 500; n++) {
      const code = drawCode(random(n), 'Xmas-');
      if (code !== null) expect(code).toMatch(new RegExp(`^XMAS-[A-HJKMNP-TV-Z2-9]{${CODE_LENGTH}}$`));
    }
  });

  test('is none of too little chance, or of bytes that would favour letters', () => {
    expect(drawCode(new Uint8Array(CODE_LENGTH - 1), '')).toBeNull();
    expect(drawCode(new Uint8Array(40).fill(255), '')).toBeNull();
    expect(drawCode(new Uint8Array(CODE_LENGTH), '')).toBe('A'.repeat(CODE_LENGTH));
  });
});
