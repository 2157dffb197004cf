import type { PaymentProvider } from '../decisions/transaction.js';
import type { Money } from '../kernel/money.js';
import type { Instant } from '../kernel/time.js';

/**
 * What a payment provider told us, in one vocabulary for all of them. Whoever applies a notice must get the same state
 * from any order and any repetition of them, so a notice carries everything it knows and when it became true.
 */
export type NoticeFact =
  /** Money of a purchase was taken: so much, or all of it where the provider does not say. */
  | { readonly type: 'payment_captured'; readonly reference: string; readonly money: Money | null }
  /** The payment will not be taken. */
  | { readonly type: 'payment_failed'; readonly reference: string }
  | RefundFact
  | DisputeFact
  | {
      readonly type: 'fraud_warning';
      readonly reference: string;
      readonly warningId: string;
      readonly fraudType: string;
      /** Whether a refund now would still keep it from becoming a dispute. */
      readonly actionable: boolean;
    }
  /** The store wants to know how much of a purchase was used before it decides on a refund. */
  | {
      readonly type: 'consumption_request';
      readonly reference: string;
      readonly requestReason: string | null;
      /** When the answer is owed. */
      readonly dueAt: Instant;
      readonly transactionReference: string;
      /** What the answer has to name, where the store gives such a thing. */
      readonly token: string | null;
      /** The app it was bought in, as the store names it. */
      readonly application: string | null;
    }
  | { readonly type: 'test' }
  /** Understood, and nothing here depends on it: why (`NOTICE_IRRELEVANCES`), else what its provider calls it. */
  | { readonly type: 'irrelevant'; readonly what: string };

/** A refund at the provider: ours (then `refundId` is known) or one made there. */
export interface RefundFact {
  readonly type: 'refund';
  /** The payment's reference, as purchases carry it. */
  readonly reference: string;
  readonly providerRefundId: string;
  readonly refundId: string | null;
  /** `reversed`: it had gone through and was taken back. */
  readonly status: 'pending' | 'succeeded' | 'failed' | 'cancelled' | 'reversed';
  /** Null: the whole payment. */
  readonly money: Money | null;
  readonly detail: string | null;
}

export interface DisputeFact {
  readonly type: 'dispute';
  readonly reference: string;
  readonly providerDisputeId: string;
  readonly stage: 'inquiry' | 'dispute' | 'pre_arbitration' | 'arbitration';
  readonly status: 'needs_response' | 'under_review' | 'won' | 'lost' | 'prevented' | 'cancelled';
  /** The provider's word for why. */
  readonly reason: string;
  /** The card scheme's own reason code, such as 10.4 or 4837. */
  readonly networkReasonCode: string | null;
  readonly scheme: string | null;
  readonly money: Money;
  readonly openedAt: Instant;
  readonly dueAt: Instant | null;
  readonly submissions: number;
  readonly refundable: boolean;
  /** Everything the provider has booked for this dispute so far. Each has an id, so that none counts twice. */
  readonly moneyEvents: readonly DisputeMoneyEvent[];
}

export interface DisputeMoneyEvent {
  readonly eventId: string;
  readonly kind: 'withdrawn' | 'reinstated';
  /** Positive minor units. */
  readonly amountMinor: bigint;
  readonly feeMinor: bigint;
  readonly currency: string;
  readonly at: Instant;
}

export interface Notice {
  readonly provider: PaymentProvider;
  /** The provider's own id of this notice: the same on every repetition. */
  readonly noticeId: string;
  /** When the provider says it became true. */
  readonly occurredAt: Instant;
  readonly fact: NoticeFact;
}
