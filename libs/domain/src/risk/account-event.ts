import type { Account } from '../accounts/account.js';
import type { Instant } from '../kernel/time.js';

export const ACCOUNT_EVENT_TYPES = ['sign_in', 'sign_in_failed', 'credential_change', 'report'] as const;
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
    case 'report':
      return before;
  }
}
