import { type AudienceSubject, DAY, type Instant } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import { type KnownAccount, readKnownAccounts } from '../persistence/audience-accounts.store.js';

const WINDOW = 30 * DAY;

/** The accounts behind past purchases, with what each had bought in the 30 days before any of them. */
export class PastBuyers {
  private readonly known = new Map<string, KnownAccount>();
  /** By account, in the order of time; what is older than the window falls away as it is asked. */
  private readonly bought = new Map<string, { readonly at: Instant; readonly usdMinor: number }[]>();

  async learn(db: Queryable, accountIds: readonly string[]): Promise<void> {
    const missing = [...new Set(accountIds)].filter((id) => !this.known.has(id));
    if (missing.length === 0) return;
    for (const account of await readKnownAccounts(db, missing)) this.known.set(account.accountId, account);
  }

  find(accountId: string): KnownAccount | null {
    return this.known.get(accountId) ?? null;
  }

  /** As the account stood at a purchase, that one left out. */
  subject(account: KnownAccount, at: Instant): AudienceSubject {
    return {
      account,
      at,
      bought30d: () => {
        const purchases = (this.bought.get(account.accountId) ?? []).filter((p) => p.at > at - WINDOW);
        return {
          purchases: purchases.length,
          usdMinor: purchases.reduce((sum, { usdMinor }) => sum + usdMinor, 0),
        };
      },
    };
  }

  remember(accountId: string, at: Instant, usdMinor: number): void {
    const before = this.bought.get(accountId) ?? [];
    this.bought.set(accountId, [...before.filter((p) => p.at > at - WINDOW), { at, usdMinor }]);
  }
}
