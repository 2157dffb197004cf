import type { Instant } from '../kernel/time.js';

/** A lot of the purchase: what of it is free now and what is gone without having been spent. */
export interface PurchaseLot {
  readonly lotId: string;
  readonly kind: 'paid' | 'bonus';
  readonly granted: bigint;
  readonly free: bigint;
  /** Lapsed or voided. */
  readonly gone: bigint;
  readonly grantedAt: Instant;
  readonly expiresAt: Instant | null;
  /** Until when the purchase counts as at risk of being taken back; null without such a window. */
  readonly riskUntil: Instant | null;
}

/** Diamonds that a gift made of coins of the purchase. */
export interface GiftedDiamonds {
  /** The gift's transaction id, and its lot's. */
  readonly lotId: string;
  readonly creatorId: string;
  readonly maturesAt: Instant;
  /** Coins of this purchase in the gift. */
  readonly coins: bigint;
  /** Diamonds of the whole lot that are still with the creator. */
  readonly remaining: bigint;
}

/** Everything of one purchase that a clawback can reach, as it stands. */
export interface Holdings {
  readonly accountId: string;
  readonly purchaseId: string;
  readonly lots: readonly PurchaseLot[];
  readonly gifts: readonly GiftedDiamonds[];
  /** Matured diamonds per creator that no withdrawal has reserved: more than this cannot be taken of theirs. */
  readonly freeDiamonds: ReadonlyMap<string, bigint>;
  readonly debtCoins: bigint;
  /** A closed account cannot pay a debt, so none is opened. */
  readonly mayOwe: boolean;
}

/** What has been taken so far, net of what was given back, or what a plan says should have been. */
export interface ClawbackLine {
  readonly step: 'unspent' | 'bonus' | 'lapsed' | 'diamonds' | 'debt' | 'write_off' | 'waived';
  /** Whose coins or diamonds; for a debt who owes it. */
  readonly holderId: string;
  readonly lotId: string | null;
  readonly coins: bigint;
}
