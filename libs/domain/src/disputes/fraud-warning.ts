import type { TransactionStatus } from '../decisions/transaction.js';

/**
 * What a card scheme's word that a payment was fraud can still change. Money that nobody has taken is not taken any more; money that
 * went back, or that a dispute has, cannot go back again; everything else is weighed against the dispute it may become.
 */
export type WarningAnswer =
  /** Nothing was taken yet: the purchase ends, so that nothing is. */
  | 'void'
  /** A refund now is compared with a dispute later. */
  | 'weigh'
  /** The purchase ended before any money was taken. */
  | 'not_charged'
  /** The money is on its way back already, or arrived. */
  | 'paid_back'
  /** A dispute came first, or the provider says that nothing can be prevented any more. */
  | 'too_late';

export const WARNING_STATUSES = [
  'open',
  'refunding',
  'kept',
  'not_charged',
  'paid_back',
  'too_late',
] as const;
export type WarningStatus = (typeof WARNING_STATUSES)[number];

export interface WarnedPurchase {
  readonly status: TransactionStatus;
  readonly capturedMinor: bigint;
  readonly refundableMinor: bigint;
  readonly lostMinor: bigint;
}

/** `actionable` is the provider's word on refunds; what was never taken needs none. */
export function answerWarning(
  { status, capturedMinor, refundableMinor, lostMinor }: WarnedPurchase,
  actionable: boolean,
): WarningAnswer {
  if (capturedMinor === 0n) return status === 'held' ? 'void' : 'not_charged';
  if (lostMinor > 0n) return 'too_late';
  const stands = status === 'posted' || status === 'held';
  if (!stands || refundableMinor === 0n) return 'paid_back';
  return actionable ? 'weigh' : 'too_late';
}
