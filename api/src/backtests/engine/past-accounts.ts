import {
  type Account,
  type AccountSecurity,
  afterEvent,
  type CountedClaim,
  countClaims,
  type Instant,
  NO_MONEY_BACK,
} from '@coinwarden/domain';
import { type AccountRecord, readAccounts, readCountedClaims } from '../../accounts/accounts.public.js';
import type { Queryable } from '../../platform/database/sql.js';
import { type PastEvent, readSecurityEvents } from '../persistence/security-events.store.js';

const MAX_REMEMBERED = 50_000;
const NO_SECURITY: AccountSecurity = { credentialChangedAt: null, signInFailures: 0 };

interface Remembered {
  readonly record: AccountRecord;
  readonly events: readonly PastEvent[];
  readonly claims: readonly CountedClaim[];
  /** How many of the events lie before the time asked about last, and what they came to. */
  passed: number;
  security: AccountSecurity;
}

/**
 * Accounts as they stood at a time that only moves forward: profiles as they are today, sign-ins, credentials, refunds and
 * disputes as they had become known by then. `forget` bounds what is kept.
 */
export class PastAccounts {
  private readonly remembered = new Map<string, Remembered>();

  constructor(private readonly db: Queryable) {}

  async fetch(accountIds: Iterable<string>): Promise<void> {
    const wanted = new Set(accountIds);
    if (this.remembered.size + wanted.size > MAX_REMEMBERED) this.remembered.clear();
    const missing = [...wanted].filter((id) => !this.remembered.has(id));
    if (missing.length === 0) return;
    const records = await readAccounts(this.db, missing);
    const events = await readSecurityEvents(this.db, missing);
    const refunded = [...records.values()].filter(({ moneyBack }) => moneyBack !== NO_MONEY_BACK);
    const claims = await readCountedClaims(
      this.db,
      refunded.map(({ accountId }) => accountId),
    );
    for (const record of records.values()) {
      this.remembered.set(record.accountId, {
        record,
        events: events.get(record.accountId) ?? [],
        claims: claims.get(record.accountId) ?? [],
        passed: 0,
        security: NO_SECURITY,
      });
    }
  }

  /** Null for one that was never registered. `acting` accounts that rules were asked about were free to act. */
  at(accountId: string, now: Instant, role: 'acting' | 'receiving'): Account | null {
    const known = this.remembered.get(accountId);
    if (!known) return null;
    const { record, claims } = known;
    return {
      ...record,
      ...securityAt(known, now),
      status: role === 'acting' || record.status !== 'restricted' ? 'active' : 'restricted',
      moneyBack:
        claims.length === 0
          ? NO_MONEY_BACK
          : countClaims(
              claims.filter(({ openedAt }) => openedAt <= now),
              now,
            ),
    };
  }

  countryOf(accountId: string): string | null {
    return this.remembered.get(accountId)?.record.country ?? null;
  }
}

function securityAt(known: Remembered, now: Instant): AccountSecurity {
  while (known.passed < known.events.length && known.events[known.passed]!.occurredAt <= now) {
    known.security = afterEvent(known.security, known.events[known.passed]!);
    known.passed += 1;
  }
  return known.security;
}
