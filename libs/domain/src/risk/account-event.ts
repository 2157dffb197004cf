import type { Account } from '../accounts/account.js';
import type { Instant } from '../kernel/time.js';
import { SECURITY_EVENT_TYPES } from '../security/security-event.js';

export const ACCOUNT_EVENT_TYPES = [...SECURITY_EVENT_TYPES, 'report'] as const;
export type AccountEventType = (typeof ACCOUNT_EVENT_TYPES)[number];

export interface AccountEvent {
  readonly type: AccountEventType;
  readonly occurredAt: Instant;
}

/** What the decision path keeps of an account's events. */
export type AccountSecurity = Pick<Account, 'credentialChangedAt' | 'signInFailures'>;

/**
 * What an event changes: failed sign-ins count up until one succeeds, and the latest credential change is kept, in
 * whichever order events arrive.
 */
export function afterEvent(before: AccountSecurity, event: AccountEvent): AccountSecurity {
  switch (event.type) {
    case 'sign_in':
      return { ...before, signInFailures: 0 };
    case 'sign_in_failed':
      return { ...before, signInFailures: before.signInFailures + 1 };
    case 'credential_change':
      return {
        ...before,
        credentialChangedAt: Math.max(
          before.credentialChangedAt ?? Number.NEGATIVE_INFINITY,
          event.occurredAt,
        ),
      };
    case 'recovery':
    case 'step_up':
    case 'report':
      return before;
  }
}
