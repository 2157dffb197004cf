import type { Permission } from '../access/permissions.js';
import type { Machine } from '../kernel/machine.js';
import type { AccountStatus } from './account.js';

export const ACCOUNT_ACTIONS = ['restrict', 'suspend', 'release', 'close'] as const;
export type AccountAction = (typeof ACCOUNT_ACTIONS)[number];

/**
 * What may be done to an account. Enforcement always says why, and is undone by a release. Only what is suspended can be
 * closed, and a closed account stays closed: nobody may take over its id, its ledger and its labels.
 */
export const ACCOUNT_MACHINE = {
  initial: 'active',
  transitions: {
    restrict: {
      from: ['active', 'suspended'],
      to: 'restricted',
      permission: 'account.enforce',
      reasonRequired: true,
    },
    suspend: {
      from: ['active', 'restricted'],
      to: 'suspended',
      permission: 'account.enforce',
      reasonRequired: true,
    },
    release: {
      from: ['restricted', 'suspended'],
      to: 'active',
      permission: 'account.enforce',
      reasonRequired: true,
    },
    close: {
      from: ['suspended'],
      to: 'closed',
      permission: 'account.enforce',
      reasonRequired: true,
    },
  },
} as const satisfies Machine<AccountStatus, AccountAction, Permission>;
