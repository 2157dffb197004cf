import type { ClawbackCause } from '../clawback/claim.js';
import type { RequesterKind } from './refund.js';

/**
 * Why a refund is made: who may give the reason, whether it needs a note, and what it means for the coins (the cause picks
 * the waterfall of the clawback policy). The catalogue is data with versions; a code, once used, keeps its meaning.
 */
export interface RefundReason {
  readonly code: string;
  readonly label: string;
  readonly requesters: readonly RequesterKind[];
  readonly noteRequired: boolean;
  readonly cause: ClawbackCause;
}

export interface RefundReasons {
  readonly reasons: readonly RefundReason[];
}

const PEOPLE = ['platform', 'agent', 'analyst', 'lead'] as const;

const reason = (
  code: string,
  label: string,
  rest: Partial<Omit<RefundReason, 'code' | 'label'>> = {},
): RefundReason => ({ code, label, requesters: PEOPLE, noteRequired: false, cause: 'refund', ...rest });

/** Opened by the decision path, and for what providers do by themselves: not for people to choose. */
export const AUTOMATIC_REFUND_REASONS: readonly RefundReason[] = [
  reason('purchase_declined', 'The purchase was declined after its payment was taken', {
    requesters: ['automatic'],
  }),
  reason('review_declined', 'The purchase was declined in review', { requesters: ['automatic'] }),
  reason('review_expired', 'The review of the purchase ran out of time', { requesters: ['automatic'] }),
  reason('prevent_dispute', 'Refunded before it becomes a dispute', {
    requesters: ['automatic'],
    cause: 'dispute',
  }),
  reason('prevent_fraud', 'Refunded before reported fraud becomes a dispute', {
    requesters: ['automatic'],
    cause: 'fraud',
  }),
  reason('made_at_provider', 'Refunded at the payment provider or by the store', {
    requesters: ['automatic'],
  }),
];

export const DEFAULT_REFUND_REASONS: RefundReasons = {
  reasons: [
    reason('accidental_purchase', 'Bought by accident'),
    reason('duplicate', 'Paid twice for the same'),
    reason('not_received', 'Coins did not arrive'),
    reason('technical_fault', 'Something did not work as sold'),
    reason('minor', 'Bought by a child without consent'),
    reason('withdrawal_right', 'Right of withdrawal'),
    reason('account_closed', 'The account was closed'),
    reason('unauthorised', 'The cardholder did not make the purchase', {
      requesters: ['platform', 'analyst', 'lead'],
      noteRequired: true,
      cause: 'fraud',
    }),
    reason('fraud_warning', 'The card scheme warned of fraud', {
      requesters: ['automatic', 'analyst', 'lead'],
      cause: 'fraud',
    }),
    reason('goodwill', 'Goodwill: the coins stay', {
      requesters: ['agent', 'lead'],
      noteRequired: true,
      cause: 'goodwill',
    }),
    reason('other', 'Something else', { noteRequired: true }),
  ],
};

/** The reason as the catalogue or the product knows it; null for a code nobody knows. */
export const findRefundReason = (catalogue: RefundReasons, code: string): RefundReason | null =>
  [...catalogue.reasons, ...AUTOMATIC_REFUND_REASONS].find((known) => known.code === code) ?? null;

/** What somebody of this kind may choose from. */
export const refundReasonsFor = (catalogue: RefundReasons, kind: RequesterKind): RefundReason[] =>
  catalogue.reasons.filter((known) => known.requesters.includes(kind));
