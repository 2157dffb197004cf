import type { Instant } from '../kernel/time.js';
import type { AppliedPromotion } from './apply-promotion.js';
import type { PromotionCounter } from './promotion.js';
import type { FoundCode } from './promotion-code.js';
import type { UsesByAccount } from './select-promotion.js';

/** One purchase that used a promotion. */
export interface Redemption {
  readonly accountId: string;
  readonly transactionId: string;
  readonly promotionId: string;
  readonly at: Instant;
  readonly costCoins: bigint;
  readonly bonusCoins: bigint;
  /** The code it spent, where that works once. */
  readonly singleUseCode: string | null;
}

export interface TallyChanges {
  readonly counters: readonly {
    readonly promotionId: string;
    readonly grantedCoins: bigint;
    readonly uses: bigint;
  }[];
  readonly uses: readonly {
    readonly accountId: string;
    readonly promotionId: string;
    readonly uses: number;
  }[];
  readonly redemptions: readonly Redemption[];
}

export interface TallyRead {
  readonly counters: ReadonlyMap<string, PromotionCounter>;
  readonly usesByAccount: UsesByAccount;
  readonly codes: ReadonlyMap<string, FoundCode>;
}

/**
 * What promotions have given as one batch sees it: read once under lock, counted up by every purchase as it is decided,
 * so that the next one in the same batch is judged on it, and written back as increments.
 */
export class PromotionTally implements TallyRead {
  private readonly counted: Map<string, PromotionCounter>;
  private readonly used: Map<string, Map<string, number>>;
  private readonly found: Map<string, FoundCode>;
  private readonly counterChanges = new Map<string, { grantedCoins: bigint; uses: bigint }>();
  private readonly useChanges = new Map<string, { accountId: string; promotionId: string; uses: number }>();
  private readonly redeemed: Redemption[] = [];

  constructor(read: TallyRead) {
    this.counted = new Map(read.counters);
    this.used = new Map([...read.usesByAccount].map(([accountId, uses]) => [accountId, new Map(uses)]));
    this.found = new Map(read.codes);
  }

  get counters(): ReadonlyMap<string, PromotionCounter> {
    return this.counted;
  }

  get usesByAccount(): UsesByAccount {
    return this.used;
  }

  get codes(): ReadonlyMap<string, FoundCode> {
    return this.found;
  }

  /** A purchase used the promotion: what it was offered is taken. */
  record(
    purchase: Pick<Redemption, 'accountId' | 'transactionId' | 'at'>,
    { promotionId, costCoins, bonusCoins, singleUseCode }: AppliedPromotion,
  ): void {
    const { accountId } = purchase;
    const counter = this.counted.get(promotionId);
    if (counter) {
      const { grantedCoins, uses } = counter;
      this.counted.set(promotionId, { grantedCoins: grantedCoins + costCoins, uses: uses + 1n });
    }
    const mine = this.used.get(accountId) ?? new Map<string, number>();
    this.used.set(accountId, mine.set(promotionId, (mine.get(promotionId) ?? 0) + 1));
    if (singleUseCode !== null) this.found.set(singleUseCode, { promotionId, spent: true });
    this.redeemed.push({ ...purchase, promotionId, costCoins, bonusCoins, singleUseCode });

    const change = this.counterChanges.get(promotionId) ?? { grantedCoins: 0n, uses: 0n };
    this.counterChanges.set(promotionId, {
      grantedCoins: change.grantedCoins + costCoins,
      uses: change.uses + 1n,
    });
    const key = JSON.stringify([accountId, promotionId]);
    const uses = (this.useChanges.get(key)?.uses ?? 0) + 1;
    this.useChanges.set(key, { accountId, promotionId, uses });
  }

  /** The increments to write, in the order in which their rows are locked, and the purchases to remember. */
  changes(): TallyChanges {
    const byPromotion = (a: { promotionId: string }, b: { promotionId: string }) =>
      compare(a.promotionId, b.promotionId);
    return {
      counters: [...this.counterChanges]
        .map(([promotionId, change]) => ({ promotionId, ...change }))
        .sort(byPromotion),
      uses: [...this.useChanges.values()].sort(
        (a, b) => compare(a.accountId, b.accountId) || byPromotion(a, b),
      ),
      redemptions: this.redeemed,
    };
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
