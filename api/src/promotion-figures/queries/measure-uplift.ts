import type { PromotionResults } from '@coinwarden/contracts';
import {
  amountIn,
  type Instant,
  idFloor,
  isAutomatic,
  isHeldOut,
  type Promotion,
  type SpendingGroup,
  upliftOf,
} from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import { readKnownAccounts } from '../persistence/audience-accounts.store.js';
import { percentOf, readPurchases } from '../persistence/past-purchases.store.js';
import { belongs, type Members } from './count-audience.js';

type Uplift = NonNullable<PromotionResults['uplift']>;

interface Measured {
  readonly promotion: Promotion;
  readonly members: Members;
  readonly now: Instant;
}

/** What one account bought in the window. */
interface Bought {
  purchases: number;
  usdMinor: number;
}

/**
 * What the audience spent in the window: those it was offered to against those held out. Null without a control group, and
 * for audiences that depend on what was bought: the promotion itself would move accounts in and out of them.
 */
export async function measureUplift(
  db: Queryable,
  { promotion, members, now }: Measured,
): Promise<Uplift | null> {
  const { holdoutPercent, audience, startsAt } = promotion;
  if (holdoutPercent === 0 || !isAutomatic(promotion) || audience?.readsPurchases) return null;
  const range = { after: idFloor(startsAt), before: idFloor(Math.min(now, promotion.endsAt)) };
  const percent = await percentOf(db, range);
  const bought = await boughtIn(db, { ...range, percent });
  const offered = new Spending();
  const heldOut = new Spending();
  for (const account of await readKnownAccounts(db, [...bought.keys()])) {
    if (!belongs(account, { audience, at: now })) continue;
    const side = isHeldOut(promotion, account.accountId) ? heldOut : offered;
    side.add(bought.get(account.accountId)!);
  }
  const drawn = (accounts: number) => Math.round((accounts * percent) / 100);
  const [a, b] = [offered.of(drawn(members.matching - members.heldOut)), heldOut.of(drawn(members.heldOut))];
  return { offered: offered.view(a), heldOut: heldOut.view(b), ...upliftOf(a, b) };
}

async function boughtIn(
  db: Queryable,
  range: { readonly after: string; readonly before: string; readonly percent: number },
): Promise<Map<string, Bought>> {
  const bought = new Map<string, Bought>();
  let { after } = range;
  for (;;) {
    const page = await readPurchases(db, { ...range, after });
    if (page.length === 0) return bought;
    for (const { accountId, amountMinor, currency } of page) {
      const mine = bought.get(accountId) ?? { purchases: 0, usdMinor: 0 };
      mine.purchases++;
      mine.usdMinor += Number(amountIn('USD', { amountMinor, currency }) ?? 0n);
      bought.set(accountId, mine);
    }
    after = page.at(-1)!.transactionId;
  }
}

class Spending {
  private buyers = 0;
  private purchases = 0;
  private sum = 0;
  private squares = 0;

  add({ purchases, usdMinor }: Bought): void {
    this.buyers++;
    this.purchases += purchases;
    this.sum += usdMinor;
    this.squares += usdMinor ** 2;
  }

  /** Among so many accounts, those who bought nothing included. */
  of(accounts: number): SpendingGroup {
    return { accounts: Math.max(accounts, this.buyers), sum: this.sum, squares: this.squares };
  }

  view({ accounts, sum }: SpendingGroup): Uplift['offered'] {
    const usdMinorPerAccount = accounts === 0 ? 0 : Math.round((sum / accounts) * 100) / 100;
    return { accounts, buyers: this.buyers, purchases: this.purchases, usdMinorPerAccount };
  }
}
