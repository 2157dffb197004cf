import type { Coins, Diamonds } from '../kernel/coins.js';
import type { Money } from '../kernel/money.js';

export const TRANSACTION_KINDS = [
  'purchase',
  'gift',
  'video_promotion',
  'unlock',
  'reward',
  'conversion',
  'withdrawal',
] as const;
export type TransactionKind = (typeof TRANSACTION_KINDS)[number];

export const OUTCOMES = ['approve', 'review', 'decline'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Where a decided transaction stands. `held` waits for a person or, for an uncaptured purchase, for its capture;
 * every other status is final (refunds and disputes are records of their own).
 */
export const TRANSACTION_STATUSES = ['posted', 'held', 'declined', 'expired', 'voided'] as const;
export type TransactionStatus = (typeof TRANSACTION_STATUSES)[number];

export const PAYMENT_PROVIDERS = ['stripe', 'apple', 'google', 'other'] as const;
export type PaymentProvider = (typeof PAYMENT_PROVIDERS)[number];

export interface Payment {
  readonly provider: PaymentProvider;
  readonly reference: string;
  readonly instrument?: string | undefined;
  readonly country?: string | undefined;
  readonly captured: boolean;
}

export interface Device {
  readonly id: string;
  readonly ip: string;
  readonly userAgent?: string | undefined;
}

export interface TransactionContext {
  readonly type: string;
  readonly contentId?: string | undefined;
}

interface Common {
  readonly accountId: string;
  /** Milliseconds since the epoch: the event's time, which decides windows and velocity. */
  readonly occurredAt: number;
  readonly device?: Device | undefined;
  readonly context?: TransactionContext | undefined;
}

/** A coin transaction as the decision path sees it: parsed, typed, nothing looked up yet. */
export type Transaction = Common &
  (
    | {
        readonly kind: 'purchase';
        readonly packageId: string;
        readonly money: Money;
        readonly payment: Payment;
        readonly promotionCode?: string | undefined;
      }
    | {
        readonly kind: 'gift';
        readonly recipientId: string;
        readonly giftId: string;
        readonly quantity: number;
      }
    | { readonly kind: 'video_promotion'; readonly contentId: string; readonly coins: Coins }
    | { readonly kind: 'unlock'; readonly contentId: string; readonly coins: Coins }
    | { readonly kind: 'reward'; readonly coins: Coins; readonly reason: string }
    | { readonly kind: 'conversion'; readonly diamonds: Diamonds }
    | {
        readonly kind: 'withdrawal';
        readonly diamonds: Diamonds;
        readonly payout: { readonly method: 'paypal' | 'bank'; readonly destination: string };
      }
  );

/** Why a decision fell as it did: a stable code, one plain sentence, and the values it saw. */
export interface Reason {
  readonly code: string;
  readonly message: string;
  readonly values: Readonly<Record<string, unknown>>;
}
