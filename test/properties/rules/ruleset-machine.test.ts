import {
  type Permission,
  permissionsOf,
  RULESET_ACTIONS,
  RULESET_MACHINE,
  RULESET_STATUSES,
  type RulesetAction,
  type RulesetStatus,
  type RulesetTransition,
  refuseRulesetAction,
  rulesetActionsFor,
  unreachableStates,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const LEAD = permissionsOf('ts_lead');
const attempt = { reason: 'Because', sound: true, shadowVersion: null, liveVersion: 1, replaces: 1 };
const transitions = Object.entries(RULESET_MACHINE.transitions) as [string, RulesetTransition][];

const situation = fc.record({
  action: fc.constantFrom(...RULESET_ACTIONS),
  status: fc.constantFrom<RulesetStatus>(...RULESET_STATUSES),
  authors: fc.subarray(['ada', 'bea', 'cem']),
  actorId: fc.constantFrom('ada', 'bea', 'cem'),
  permissions: fc
    .subarray<Permission>(['rule.read', 'rule.write', 'rule.approve'])
    .map((held): ReadonlySet<Permission> => new Set(held)),
  attempt: fc.record({
    reason: fc.constantFrom('Because', null),
    sound: fc.boolean(),
    shadowVersion: fc.constantFrom(null, 3),
    liveVersion: fc.constantFrom(1, 2),
    replaces: fc.constantFrom(null, 1, 2),
  }),
});

describe('the life of a ruleset version', () => {
  test('leads everywhere, and never back to a draft', () => {
    expect(unreachableStates(RULESET_MACHINE, RULESET_STATUSES)).toEqual([]);
    expect(transitions.filter(([, { to }]) => (to as string) === 'draft')).toEqual([]);
  });

  test('becomes live only by an approval, or by going back to what was live', () => {
    const toLive = transitions.filter(([, { to }]) => to === 'live').map(([step]) => step);
    expect(toLive.sort()).toEqual(['release', 'roll_back']);
    expect(RULESET_MACHINE.transitions.release.from).toEqual(['scheduled']);
    const toScheduled = transitions.filter(([, { to }]) => to === 'scheduled').map(([step]) => step);
    expect(toScheduled).toEqual(['approve']);
    expect(RULESET_MACHINE.transitions.roll_back.from).toEqual(['retired']);
    const toRetired = transitions.filter(([, { to }]) => to === 'retired');
    expect(toRetired.every(([, { from }]) => from.every((status) => status === 'live'))).toBe(true);
  });

  test('nobody approves what they wrote, whatever they may do', () => {
    fc.assert(
      fc.property(situation, ({ action, status, authors, actorId, permissions, attempt: tried }) => {
        const actor = { id: actorId, permissions };
        const refusal = refuseRulesetAction(action, { status, authors }, { actor, attempt: tried });
        if (refusal === null && action === 'approve') expect(authors).not.toContain(actorId);
        if (refusal === null) {
          const { from, permission, reasonRequired } = RULESET_MACHINE.transitions[action];
          expect(from).toContain(status);
          expect(permissions.has(permission)).toBe(true);
          if (reasonRequired) expect(tried.reason).not.toBeNull();
        }
      }),
    );
  });

  test('offers exactly what only a missing reason or a guard could still refuse', () => {
    const later = new Set(['reason_required', 'unsound', 'shadow_taken', 'live_changed', null]);
    fc.assert(
      fc.property(situation, ({ action, status, authors, actorId, permissions, attempt: tried }) => {
        const actor = { id: actorId, permissions };
        const refusal = refuseRulesetAction(action, { status, authors }, { actor, attempt: tried });
        const offered = rulesetActionsFor(actor, { status, authors }).includes(action);
        expect([action, status, offered]).toEqual([action, status, later.has(refusal)]);
      }),
    );
  });

  test.each<[RulesetAction, RulesetStatus, Partial<typeof attempt> | Record<string, unknown>, string]>([
    ['validate', 'draft', { sound: false }, 'unsound'],
    ['start_shadow', 'validated', { shadowVersion: 4 }, 'shadow_taken'],
    ['approve', 'pending_approval', { replaces: 2 }, 'live_changed'],
    ['approve', 'pending_approval', { replaces: null }, 'live_changed'],
    ['reject', 'pending_approval', { reason: null }, 'reason_required'],
    ['roll_back', 'retired', { reason: null }, 'reason_required'],
    ['roll_back', 'rejected', {}, 'not_allowed'],
    ['withdraw', 'live', {}, 'not_allowed'],
  ])('refuses to %s what is %s with %o: %s', (action, status, changes, refusal) => {
    const by = { actor: { id: 'dan', permissions: LEAD }, attempt: { ...attempt, ...changes } };
    expect(refuseRulesetAction(action, { status, authors: ['ada'] }, by)).toBe(refusal);
  });
});
