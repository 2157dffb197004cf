import {
  ACCOUNT_MACHINE,
  ACCOUNT_STATUSES,
  allowedActions,
  permissionsOf,
  ROLE_KEYS,
  unreachableStates,
} from '@coinwarden/domain';
import { expect, test } from '@jest/globals';

test('every status can be reached, and none is left once closed', () => {
  expect(unreachableStates(ACCOUNT_MACHINE, ACCOUNT_STATUSES)).toEqual([]);
  expect(allowedActions(ACCOUNT_MACHINE, 'closed', permissionsOf('admin'))).toEqual([]);
});

test.each([
  ['active', ['restrict', 'suspend']],
  ['restricted', ['suspend', 'release']],
  ['suspended', ['restrict', 'release', 'close']],
  ['closed', []],
] as const)('an account that is %s may be: %j', (status, actions) => {
  expect(allowedActions(ACCOUNT_MACHINE, status, permissionsOf('ts_reviewer'))).toEqual(actions);
});

test('only those who may enforce act on accounts, and each action needs a reason', () => {
  for (const role of ROLE_KEYS)
    expect(allowedActions(ACCOUNT_MACHINE, 'active', permissionsOf(role)).length > 0).toBe(
      permissionsOf(role).has('account.enforce'),
    );
  for (const transition of Object.values(ACCOUNT_MACHINE.transitions))
    expect(transition.reasonRequired).toBe(true);
});
