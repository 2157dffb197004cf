import type { ContentHistory } from '../content/content-history.js';
import type { Instant } from '../kernel/time.js';
import type { LinkFacts } from '../links/link-facts.js';
import type { MoneyBackHistory } from './money-back-history.js';

export const AGE_BANDS = ['under13', '13-15', '16-17', 'adult', 'unknown'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/**
 * `restricted` may receive but not spend, buy or cash out; `suspended` may do nothing; `closed` is as if it had never
 * been. `active` is the rest.
 */
export const ACCOUNT_STATUSES = ['active', 'restricted', 'suspended', 'closed'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** Who restricted or suspended the account, and why in a word that may be told outside. */
export interface StatusBecause {
  readonly by: 'staff' | 'system';
  /** The reason code of the rule that did it; `staff` for people, whose words stay inside. */
  readonly why: string;
  readonly at: Instant;
}

/** A user of the platform as the decision path knows it. */
export interface Account {
  readonly accountId: string;
  readonly createdAt: Instant;
  readonly country: string;
  readonly timeZone: string;
  readonly ageBand: AgeBand;
  readonly creator: boolean;
  readonly displayName: string | null;
  readonly email: string | null;
  readonly guardianAccountId: string | null;
  readonly status: AccountStatus;
  /** Why it is restricted or suspended; null for accounts that are neither, or have been since before this was kept. */
  readonly statusBecause: StatusBecause | null;
  /** End of a self-exclusion; spending is refused before it. It can be lengthened, never shortened. */
  readonly excludedUntil: Instant | null;
  /** Last credential change and recent failed sign-ins, from the platform's account events. */
  readonly credentialChangedAt: Instant | null;
  readonly signInFailures: number;
  /** The refunds and disputes it has had. */
  readonly moneyBack: MoneyBackHistory;
  /** What its devices, cards and gifts tie it to. */
  readonly links: LinkFacts;
  /** The suspect and scam texts it has written. */
  readonly contentHistory: ContentHistory;
  /** Its sign-ins, devices and places, packed: decoded by whoever reads it, because most decisions need not. */
  readonly security: string;
}
