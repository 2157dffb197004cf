import type { RefundOrigin, RequesterKind } from '@coinwarden/domain';
import { idAt } from '../../platform/database/ids.js';
import type { RefundActor, RefundRecord } from '../persistence/refunds.store.js';
import type { RequestablePurchase } from '../queries/requestable-purchase.js';

/** Who asks. */
export interface RefundRequester {
  readonly kind: RequesterKind;
  readonly actor: RefundActor;
  readonly origin: RefundOrigin;
}

export interface NewRefund extends Pick<RefundRecord, 'amountMinor' | 'cause' | 'reason'> {
  readonly requester: RefundRequester;
  readonly at: number;
  readonly note?: string | undefined;
  readonly bulkId?: string | undefined;
}

/** A refund that has just been asked for and is not decided. */
export function newRefund(
  { purchase, channel }: Pick<RequestablePurchase, 'purchase' | 'channel'>,
  asked: NewRefund,
): RefundRecord {
  const { requester, at, amountMinor, cause, reason } = asked;
  return {
    accountId: purchase.accountId,
    refundId: idAt(at),
    purchaseId: purchase.purchaseId,
    amountMinor,
    currency: purchase.money.currency,
    reason,
    status: 'requested',
    origin: requester.origin,
    requesterKind: requester.kind,
    requestedBy: requester.actor,
    askedBy: requester.actor.type === 'staff' ? [requester.actor.id] : [],
    note: asked.note ?? null,
    cause,
    bulkId: asked.bulkId ?? null,
    provider: purchase.provider,
    reference: purchase.reference,
    channel,
    decision: null,
    approvedBy: null,
    attempt: 1,
    providerRefundId: null,
    externalKey: null,
    failure: null,
    requestedAt: at,
    changedAt: at,
    dueAt: null,
    tryAt: null,
    tries: 0,
  };
}
