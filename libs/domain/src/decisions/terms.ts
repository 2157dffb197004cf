import { type Coins, coins, type Diamonds } from '../kernel/coins.js';
import type { Money } from '../kernel/money.js';
import type { Instant } from '../kernel/time.js';
import { coinsForDiamonds, diamondsForGift, ECONOMY, payoutForDiamonds } from '../ledger/economy.js';
import type { Spend } from '../limits/limit-usage.js';
import type { PaymentProvider, TransactionKind } from './transaction.js';

/**
 * What a transaction would move once its gift, package or promotion is looked up. Everything that posts, holds or ends a
 * transaction works on terms, so a held one can be finished later from its row without the catalogue it was bought from.
 */
export interface Terms {
  readonly kind: TransactionKind;
  readonly accountId: string;
  readonly recipientId: string | null;
  /** Coins spent, or credited (a purchase's paid coins, a reward, a conversion's result). */
  readonly coins: bigint;
  readonly bonusCoins: bigint;
  /** When the bonus coins lapse. */
  readonly bonusExpiresAt: Instant | null;
  /** Until when a purchase counts as at risk of being taken back. */
  readonly riskUntil: Instant | null;
  /** Diamonds the recipient gets, or the account gives up in a conversion or withdrawal. */
  readonly diamonds: bigint;
  /** The price of a purchase, the payout of a withdrawal. */
  readonly money: Money | null;
  readonly captured: boolean;
  /** The payment provider, or the payout method: names the ledger account of the money. */
  readonly channel: PaymentProvider | 'paypal' | 'bank' | null;
}

const NOTHING = {
  recipientId: null,
  coins: 0n,
  bonusCoins: 0n,
  bonusExpiresAt: null,
  riskUntil: null,
  diamonds: 0n,
  money: null,
  captured: true,
  channel: null,
} as const;

export const giftTerms = (accountId: string, recipientId: string, coins: Coins): Terms => ({
  kind: 'gift',
  accountId,
  ...NOTHING,
  recipientId,
  coins,
  diamonds: diamondsForGift(coins),
});

export const spendTerms = (kind: 'video_promotion' | 'unlock', accountId: string, coins: Coins): Terms => ({
  kind,
  accountId,
  ...NOTHING,
  coins,
});

export const rewardTerms = (accountId: string, coins: Coins): Terms => ({
  kind: 'reward',
  accountId,
  ...NOTHING,
  coins,
});

export const conversionTerms = (accountId: string, diamonds: Diamonds): Terms => ({
  kind: 'conversion',
  accountId,
  ...NOTHING,
  coins: coinsForDiamonds(diamonds),
  diamonds,
});

export const withdrawalTerms = (accountId: string, diamonds: Diamonds, method: 'paypal' | 'bank'): Terms => ({
  kind: 'withdrawal',
  accountId,
  ...NOTHING,
  diamonds,
  money: { amountMinor: payoutForDiamonds(diamonds), currency: ECONOMY.payoutCurrency },
  channel: method,
});

export const purchaseTerms = (args: {
  accountId: string;
  coins: bigint;
  bonusCoins: bigint;
  money: Money;
  provider: PaymentProvider;
  captured: boolean;
  riskUntil: Instant | null;
  now: Instant;
}): Terms => ({
  kind: 'purchase',
  accountId: args.accountId,
  ...NOTHING,
  coins: args.coins,
  bonusCoins: args.bonusCoins,
  bonusExpiresAt: args.bonusCoins > 0n ? args.now + ECONOMY.bonusLifetime : null,
  riskUntil: args.riskUntil,
  money: args.money,
  captured: args.captured,
  channel: args.provider,
});

/** Kinds that spend coins and so count against `coins_spent`. */
export const spendsCoins = (kind: TransactionKind): boolean =>
  kind === 'gift' || kind === 'video_promotion' || kind === 'unlock';

/** Kinds that give up diamonds. */
export const spendsDiamonds = (kind: TransactionKind): boolean =>
  kind === 'conversion' || kind === 'withdrawal';

/** What a transaction uses of the spending limits; null for kinds that none applies to. */
export function spendOf(terms: Terms): Spend | null {
  if (terms.kind === 'purchase' && terms.money) return { measure: 'purchase_money', money: terms.money };
  return spendsCoins(terms.kind) ? { measure: 'coins_spent', coins: coins(terms.coins) } : null;
}
