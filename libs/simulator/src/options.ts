import type {
  AccountEventRequest,
  AccountRequest,
  ContentScanRequest,
  TransactionRequest,
} from '@coinwarden/contracts';
import type { Instant } from '@coinwarden/domain';

/** What is on sale, as far as buyers see it. `region` is a country code, or `*` for everywhere else. */
export interface SimulatedCatalogue {
  readonly packages: readonly {
    readonly packageId: string;
    readonly tier: 'small' | 'medium' | 'large';
    readonly coins: number;
    readonly bonusCoins: number;
    readonly prices: readonly {
      readonly currency: string;
      readonly region: string;
      readonly amountMinor: number;
    }[];
  }[];
  readonly gifts: readonly { readonly giftId: string; readonly coins: number }[];
  /** Code of a promotion that adds coins and leaves the price alone; farms and newcomers use it. */
  readonly welcomeCode?: string;
}

export interface SimulatorOptions {
  readonly seed: string | number;
  readonly catalogue: SimulatedCatalogue;
  /** Where the simulated time begins; it ends `days` later. */
  readonly startAt: Instant;
  readonly days: number;
  /** Honest people; those behind fraud come on top. */
  readonly accounts: number;
  /** About how many transactions, honest and fraudulent together. */
  readonly transactions: number;
  /** Share of the transactions that are part of a labelled pattern, 0 … 1. */
  readonly fraudShare?: number;
  /** Put before every account id, key and payment reference, so that two runs never meet. */
  readonly prefix?: string;
  /**
   * `at_start` opens the stream with everyone who already had an account; `on_first_use` sends each account just
   * before the first transaction that names it, which is what live traffic wants.
   */
  readonly introduce?: 'at_start' | 'on_first_use';
  /** Share of card purchases that ask before the money is taken (`captured: false`). */
  readonly uncapturedShare?: number;
  /**
   * Buyers want their money back, and banks take it back: how soon, where 1 is as in life (minutes to weeks). Left out,
   * nobody does. Everything else stays as it was for the same seed.
   */
  readonly moneyBackPace?: number;
  /** People write comments and messages, and scammers lure with them. Everything else stays as it was for the same seed. */
  readonly texts?: boolean;
  /**
   * Events say where they came from: at home, on a trip, behind a VPN, or wherever whoever holds another's password is; new
   * phones sign in first, and some takeovers and card tests go about it otherwise. Transactions stay as they were for the
   * same seed, but for the devices of card testers.
   */
  readonly places?: boolean;
}

export const PATTERNS = [
  'stolen_card',
  'card_testing',
  'account_takeover',
  'gift_ring',
  'promotion_farm',
  'refund_abuse',
  'free_coin_scam',
  'coin_seller',
  'reward_farming',
  'minor_overspending',
  'bonus_laundering',
  'self_gifting',
  'uncredited_coins',
] as const;
export type Pattern = (typeof PATTERNS)[number];

/** What really happened: known to the simulator alone, and never part of an item. */
export type Label =
  | { readonly subject: 'account'; readonly accountId: string; readonly pattern: Pattern }
  | {
      readonly subject: 'transaction';
      readonly accountId: string;
      readonly idempotencyKey: string;
      readonly pattern: Pattern;
    };

/** The body of `PUT /v1/accounts/{accountId}` and whose it is. */
export type SimulatedAccount = AccountRequest & { readonly accountId: string };

/** A purchase, as whoever wants its money back names it. */
export interface SimulatedPurchase {
  readonly accountId: string;
  readonly idempotencyKey: string;
  readonly provider: 'stripe' | 'apple' | 'google' | 'other';
  readonly reference: string;
}

/** What happens to the money of a purchase afterwards. */
export type MoneyBackEvent =
  | {
      readonly type: 'refund_request';
      /** The buyer asks the platform, or its support. */
      readonly askedOf: 'platform' | 'agent';
      readonly reason: string;
      /** Of the price, in hundredths. */
      readonly percent: number;
    }
  | {
      readonly type: 'dispute';
      readonly caseType: 'inquiry' | 'chargeback';
      /** The card provider's word. */
      readonly reason: string;
      /** What the bank will find once it has looked at the evidence. */
      readonly verdict: 'won' | 'lost';
      readonly answerWithinMs: number;
      readonly decidesAfterMs: number;
    }
  | { readonly type: 'fraud_warning'; readonly fraudType: string };

/** One thing that happens, in the order of time. */
export type SimulatedItem =
  | { readonly at: Instant; readonly kind: 'account'; readonly account: SimulatedAccount }
  | {
      readonly at: Instant;
      readonly kind: 'transaction';
      readonly idempotencyKey: string;
      readonly transaction: TransactionRequest;
      /** The payment it asks for before it is taken is never taken. */
      readonly neverPaid?: true;
    }
  | { readonly at: Instant; readonly kind: 'event'; readonly event: AccountEventRequest }
  | { readonly at: Instant; readonly kind: 'text'; readonly text: ContentScanRequest }
  | {
      readonly at: Instant;
      readonly kind: 'money_back';
      readonly purchase: SimulatedPurchase;
      readonly event: MoneyBackEvent;
    };
