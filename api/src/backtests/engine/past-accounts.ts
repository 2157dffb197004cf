import {
  type Account,
  type AccountSecurity,
  afterEvent,
  type CountedClaim,
  countClaims,
  type Instant,
  NO_MONEY_BACK,
} from '@coinwarden/domain';
import {
  type AccountRecord,
  readAccounts,
  readCountedClaims,
} from '../../accounts/accounts.history.public.js';
import type { Queryable } from '../../platform/database/sql.js';
import { type PastEvent, readSecurityEvents } from '../persistence/security-events.store.js';

/** Of some hundred bytes each; at most twice as many are remembered. */
const GENERATION_SIZE = 50_000;
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
 * disputes as they had become known by then. Accounts that were not asked about lately are forgotten and read again.
 */
export class PastAccounts {
  private young = new Map<string, Remembered>();
  private old = new Map<string, Remembered>();

  constructor(private readonly db: Queryable) {}

  async fetch(accountIds: Iterable<string>): Promise<void> {
    const missing: string[] = [];
    for (const id of new Set(accountIds)) {
      if (this.young.has(id)) continue;
      const known = this.old.get(id);
      if (known) this.young.set(id, known);
      else missing.push(id);
    }
    if (missing.length > 0) await this.read(missing);
    if (this.young.size < GENERATION_SIZE) return;
    this.old = this.young;
    this.young = new Map();
  }

  private async read(missing: readonly string[]): Promise<void> {
    const records = await readAccounts(this.db, missing);
    const events = await readSecurityEvents(this.db, missing);
    const refunded = [...records.values()].filter(({ moneyBack }) => moneyBack !== NO_MONEY_BACK);
    const claims = await readCountedClaims(
      this.db,
      refunded.map(({ accountId }) => accountId),
    );
    for (const record of records.values()) {
      this.young.set(record.accountId, {
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
    const known = this.knownOf(accountId);
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
    return this.knownOf(accountId)?.record.country ?? null;
  }

  private knownOf(accountId: string): Remembered | undefined {
    return this.young.get(accountId) ?? this.old.get(accountId);
  }
}

function securityAt(known: Remembered, now: Instant): AccountSecurity {
  while (known.passed < known.events.length && known.events[known.passed]!.occurredAt <= now) {
    known.security = afterEvent(known.security, known.events[known.passed]!);
    known.passed += 1;
  }
  return known.security;
}
