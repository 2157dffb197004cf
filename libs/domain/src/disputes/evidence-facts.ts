import type { AccountStatus } from '../accounts/account.js';
import type { PaymentProvider, TransactionKind, TransactionStatus } from '../decisions/transaction.js';
import type { Money } from '../kernel/money.js';
import type { Instant } from '../kernel/time.js';
import type { AccountEventType } from '../risk/account-event.js';
import type { EvidenceCategory } from './evidence-category.js';
import type { EvidenceTerms } from './evidence-terms.js';

/**
 * Everything the ledger and the account's history know about one disputed purchase. An evidence pack is a function of
 * these facts and of an analyst's choices only: the same facts make the same pack, to the byte.
 */
export interface EvidenceFacts {
  readonly dispute: DisputedFacts;
  readonly purchase: PurchaseFacts;
  readonly account: AccountFacts;
  readonly delivery: DeliveryFacts;
  readonly usage: UsageFacts;
  readonly recipients: RecipientFacts;
  /** Sign-ins and changes of credentials around the purchase and after it, oldest first. */
  readonly activity: readonly ActivityFact[];
  /** Purchases before this one that nobody ever disputed and that were not refunded, newest first. */
  readonly priorPurchases: readonly OtherPurchase[];
  /** Purchases of the same amount close to this one: what it may have been taken for. */
  readonly similarPurchases: readonly OtherPurchase[];
  /** How many other purchases of the account are or were disputed. */
  readonly otherDisputes: number;
  readonly refunds: readonly RefundGiven[];
  readonly terms: EvidenceTerms | null;
}

export interface DisputedFacts {
  readonly disputeId: string;
  readonly providerDisputeId: string;
  readonly category: EvidenceCategory;
  /** The provider's word. */
  readonly reason: string;
  readonly networkReasonCode: string | null;
  readonly scheme: string | null;
  readonly money: Money;
  readonly openedAt: Instant;
}

/** A device by its platform id and its address; null when a request came without. */
export interface SeenFrom {
  readonly deviceId: string | null;
  readonly ip: string | null;
}

export interface PurchaseFacts extends SeenFrom {
  readonly purchaseId: string;
  readonly provider: PaymentProvider;
  readonly reference: string;
  readonly instrument: string | null;
  readonly instrumentCountry: string | null;
  readonly userAgent: string | null;
  readonly money: Money;
  readonly packageName: string;
  readonly status: TransactionStatus;
  readonly purchasedAt: Instant;
}

export interface AccountFacts {
  readonly accountId: string;
  readonly displayName: string | null;
  readonly email: string | null;
  readonly country: string;
  readonly status: AccountStatus;
  readonly createdAt: Instant;
}

export interface DeliveryFacts {
  readonly paidCoins: bigint;
  readonly bonusCoins: bigint;
  /** When the coins became the account's to spend; null: never. */
  readonly deliveredAt: Instant | null;
}

export interface UsageFacts {
  readonly spentCoins: bigint;
  readonly expiredCoins: bigint;
  readonly totals: readonly {
    readonly kind: TransactionKind;
    readonly count: number;
    readonly coins: bigint;
  }[];
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
  /** The first of them; `count` says how many there are. */
  readonly rows: readonly UsageRow[];
  readonly count: number;
}

export interface UsageRow extends SeenFrom {
  readonly transactionId: string;
  readonly kind: TransactionKind;
  readonly at: Instant;
  /** Of this purchase only. */
  readonly coins: bigint;
  /** What was got for them: “12 × Rose”, the content's id. */
  readonly what: string;
  readonly recipient: string | null;
}

/** Whom the coins were given to, those who got most first. */
export interface RecipientFacts {
  readonly rows: readonly {
    readonly name: string;
    readonly gifts: number;
    readonly coins: bigint;
    readonly firstAt: Instant;
    readonly lastAt: Instant;
  }[];
  readonly count: number;
}

export interface ActivityFact extends SeenFrom {
  readonly type: AccountEventType;
  readonly at: Instant;
}

export interface OtherPurchase extends SeenFrom {
  readonly purchaseId: string;
  readonly reference: string;
  readonly instrument: string | null;
  readonly money: Money;
  readonly packageName: string;
  readonly purchasedAt: Instant;
}

export interface RefundGiven {
  readonly refundId: string;
  readonly money: Money;
  readonly paid: boolean;
  readonly at: Instant;
}

/** An analyst's choices. */
export interface EvidenceChoices {
  readonly statement: string | null;
  readonly exhibits: Readonly<Partial<Record<string, boolean>>>;
}

export const NO_CHOICES: EvidenceChoices = { statement: null, exhibits: {} };
