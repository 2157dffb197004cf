import {
  allowedActions,
  isOwnRefund,
  openBulkActions,
  openRefundActions,
  permissionsOf,
  REFUND_ACTIONS,
  REFUND_BULK_MACHINE,
  REFUND_BULK_STATUSES,
  REFUND_CHANNELS,
  REFUND_MACHINE,
  REFUND_ORIGINS,
  REFUND_STATUSES,
  type RefundSubject,
  ROLE_KEYS,
  refundActionsFor,
  refundBulkActionsFor,
  refundChannel,
  refundNextStep,
  requesterKindOf,
  unreachableStates,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const subject = fc.record({
  status: fc.constantFrom(...REFUND_STATUSES),
  origin: fc.constantFrom(...REFUND_ORIGINS),
  channel: fc.constantFrom(...REFUND_CHANNELS),
  askedBy: fc.subarray(['ada', 'ben']),
});
const acting = fc.record({ id: fc.constantFrom('ada', 'cleo'), role: fc.constantFrom(...ROLE_KEYS) });
const actorOf = ({ id, role }: { id: string; role: (typeof ROLE_KEYS)[number] }) => ({
  id,
  permissions: permissionsOf(role),
});

describe('the refund machine', () => {
  test('reaches every state, and so does the bulk’s', () => {
    expect(unreachableStates(REFUND_MACHINE, REFUND_STATUSES)).toEqual([]);
    expect(unreachableStates(REFUND_BULK_MACHINE, REFUND_BULK_STATUSES)).toEqual([]);
  });

  test('lets nobody stop what the provider may have been told', () => {
    for (const role of ROLE_KEYS) {
      const actions = allowedActions(REFUND_MACHINE, 'processing', permissionsOf(role));
      expect(actions.filter((action) => (REFUND_ACTIONS as readonly string[]).includes(action))).toEqual([]);
    }
  });

  test('leaves what is over as it is', () => {
    for (const status of ['rejected', 'cancelled'] as const)
      expect(allowedActions(REFUND_MACHINE, status, permissionsOf('admin'))).toEqual([]);
  });

  test('asks for a reason wherever somebody is refused their money', () => {
    for (const action of ['reject', 'cancel'] as const)
      expect(REFUND_MACHINE.transitions[action].reasonRequired).toBe(true);
  });

  test('never lets money out by who asked for it, whatever their role', () => {
    fc.assert(
      fc.property(subject, acting, (refund, who) => {
        const actor = actorOf(who);
        const actions = refundActionsFor(actor, refund);
        if (isOwnRefund(actor, refund)) expect(actions).not.toContain('approve');
        if (isOwnRefund(actor, refund)) expect(actions).not.toContain('confirm_paid');
        for (const action of actions) {
          expect(openRefundActions(actor, refund)).toContain(action);
          expect(actor.permissions.has(REFUND_MACHINE.transitions[action].permission)).toBe(true);
        }
      }),
    );
  });

  test('lets only approvers withdraw what others, or nobody, asked for', () => {
    fc.assert(
      fc.property(subject, acting, (refund, who) => {
        const actor = actorOf(who);
        if (!refundActionsFor(actor, refund).includes('cancel')) return;
        expect(isOwnRefund(actor, refund) || actor.permissions.has('refund.approve')).toBe(true);
      }),
    );
  });

  test.each([
    ['what the provider did by itself', { origin: 'external', status: 'failed' }, []],
    ['one that waits for a person', { status: 'pending_approval' }, ['approve', 'reject', 'cancel']],
    ['one to be paid by hand', { status: 'approved', channel: 'manual' }, ['cancel', 'confirm_paid']],
    ['one that is paid by the provider', { status: 'approved' }, ['cancel']],
    ['one that failed', { status: 'failed' }, ['retry']],
    ['one that went through', { status: 'succeeded' }, []],
  ] as const)('opens to a lead, of %s: %j', (_, traits, actions) => {
    const ordinary: Omit<RefundSubject, 'status'> = {
      origin: 'staff',
      channel: 'provider',
      askedBy: ['ada'],
    };
    const refund: RefundSubject = { ...ordinary, ...traits };
    const lead = { id: 'lea', permissions: permissionsOf('ts_lead') };
    expect(refundActionsFor(lead, refund)).toEqual(actions);
  });
});

describe('a bulk', () => {
  test('is started by another than who asked for it, and opens actions only to who may', () => {
    const own = { status: 'pending_approval', requestedBy: 'lea' } as const;
    const lead = (id: string) => ({ id, permissions: permissionsOf('ts_lead') });
    expect(refundBulkActionsFor(lead('lea'), own)).toEqual(['reject', 'cancel']);
    expect(refundBulkActionsFor(lead('max'), own)).toEqual(['approve', 'reject', 'cancel']);
    expect(openBulkActions({ id: 'sue', permissions: permissionsOf('support_agent') }, own)).toEqual([]);
  });
});

test('what somebody outside has to do is said where the provider has no API', () => {
  expect(refundChannel('stripe', true)).toBe('provider');
  expect(refundChannel('apple', false)).toBe('store');
  expect(refundChannel('other', false)).toBe('manual');
  const step = (provider: 'apple' | 'google' | 'other', status: 'approved' | 'succeeded' = 'approved') =>
    refundNextStep({ provider, status, channel: refundChannel(provider, false) });
  expect([step('apple'), step('google'), step('other')]).toEqual([
    'buyer_asks_apple',
    'refund_in_play_console',
    'confirm_paid',
  ]);
  expect(step('other', 'succeeded')).toBeNull();
});

test('every role that may ask is somebody to the policy', () => {
  for (const role of ROLE_KEYS) expect(requesterKindOf(role)).toMatch(/^(agent|analyst|lead)$/);
  expect(requesterKindOf('ts_lead')).toBe('lead');
  expect(requesterKindOf('dispute_analyst')).toBe('analyst');
});
