import type { Instant } from '../kernel/time.js';
import type { LotKind } from '../ledger/lot.js';
import type { CoinUse } from './coin-uses.js';

/** Where the coins of a lot came from. */
export type LotOrigin =
  | { readonly by: 'purchase'; readonly purchaseId: string }
  /** Given back to the buyer of this purchase, in place of coins that had paid a debt meanwhile. */
  | { readonly by: 'reinstatement'; readonly purchaseId: string }
  | { readonly by: 'reward'; readonly transactionId: string }
  | { readonly by: 'conversion'; readonly transactionId: string };

export interface LotFacts {
  readonly lotId: string;
  readonly accountId: string;
  readonly kind: LotKind;
  readonly granted: bigint;
  readonly origin: LotOrigin;
}

/** A gift and the lot of diamonds it made. */
export interface GiftFacts {
  readonly giftId: string;
  readonly senderId: string;
  readonly creatorId: string;
  readonly at: Instant;
  readonly coins: bigint;
  /** The lots that paid for it, with the coins of each; they sum to `coins`. */
  readonly sources: readonly { readonly lotId: string; readonly coins: bigint }[];
  readonly diamonds: bigint;
  readonly maturesAt: Instant;
  readonly remaining: bigint;
  /** Diamonds that paid a debt of the creator at once. */
  readonly repaid: bigint;
  /** Diamonds taken back for a purchase, less those given back again. */
  readonly clawed: readonly { readonly purchaseId: string; readonly diamonds: bigint }[];
  /** Withdrawals and conversions that took of it, in their order. */
  readonly taken: readonly { readonly transactionId: string; readonly diamonds: bigint }[];
}

/** Diamonds of several gifts that became a lot of coins. */
export interface ConversionFacts {
  readonly conversionId: string;
  readonly accountId: string;
  readonly at: Instant;
  /** In the order of the gifts. */
  readonly inputs: readonly { readonly giftId: string; readonly diamonds: bigint }[];
  readonly lot: LotFacts;
  /** What became of the lot; sums to what was granted. */
  readonly uses: readonly CoinUse[];
}

/** What has been read of the ledger around the question; what is not here is not looked into. */
export interface LineageFacts {
  readonly lots: ReadonlyMap<string, LotFacts>;
  readonly gifts: ReadonlyMap<string, GiftFacts>;
  readonly conversions: ReadonlyMap<string, ConversionFacts>;
}
