import { Injectable } from '@nestjs/common';
import { MoneyBackPolicies } from '../../money-back-policies/money-back-policies.public.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { appendRefundEvents } from '../persistence/refund-events.store.js';
import { insertRefund } from '../persistence/refund-writes.store.js';
import { lockRequests, type RefundActor, type RefundRecord } from '../persistence/refunds.store.js';
import { type RequestablePurchase, RequestablePurchases } from '../queries/requestable-purchase.js';
import { chooseReason } from './choose-reason.js';
import { JudgeRequest } from './judge-request.js';
import { newRefund, type RefundRequester } from './new-refund.js';

export interface RefundToOpen {
  readonly purchaseId: string;
  /** All that can still be asked for, unless said. */
  readonly amountMinor?: bigint | undefined;
  readonly reason: string;
  readonly note?: string | undefined;
  readonly requester: RefundRequester;
  readonly at: number;
  readonly previewHash?: string | undefined;
  readonly bulk?: { readonly bulkId: string; readonly approvedBy: RefundActor | null } | undefined;
}

/**
 * Opens a refund and lets the policy decide on it, in the caller's transaction.
 * Refusals, in this order: record.unknown, request.invalid (reason, note), refund.not_refundable,
 * refund.exceeds_captured, refund.preview_changed.
 */
@Injectable()
export class OpenRefund {
  constructor(
    private readonly purchases: RequestablePurchases,
    private readonly policies: MoneyBackPolicies,
    private readonly judge: JudgeRequest,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async run(tx: Tx, request: RefundToOpen): Promise<RefundRecord> {
    const { requester, at, previewHash } = request;
    await lockRequests(tx, request.purchaseId);
    const found = await this.purchases.find(tx, request.purchaseId, { now: at });
    const { policy: catalogue } = await this.policies.current(tx, 'reasons');
    const reason = chooseReason(catalogue, { ...request, kind: requester.kind });
    if (found.refusal) throw found.refusal;
    const refund = newRefund(found, {
      ...request,
      bulkId: request.bulk?.bulkId,
      amountMinor: amountOf(request, found),
      cause: reason.cause,
    });
    const { accountId, refundId } = refund;
    await Promise.all([
      insertRefund(tx, refund),
      appendRefundEvents(tx, refund, [
        { kind: 'requested', at, actor: requester.actor, text: refund.note, details: detailsOf(refund) },
      ]),
      this.outbox.append(tx, 'refund.changed', { accountId, refundId, status: 'requested' }),
    ]);
    const judged = await this.judge.run(tx, refund, {
      purchase: found.purchase,
      history: found.history,
      at,
      expectHash: previewHash,
      approvedBy: request.bulk?.approvedBy ?? undefined,
    });
    await this.audit.append(tx, {
      actor: { type: requester.actor.type, id: requester.actor.id },
      action: 'refund.request',
      subject: { type: 'refund', id: refundId },
      reason: request.note ?? null,
      details: { accountId, purchaseId: refund.purchaseId, ...detailsOf(refund) },
    });
    return judged;
  }
}

function amountOf(
  { amountMinor }: RefundToOpen,
  { requestableMinor, purchase }: RequestablePurchase,
): bigint {
  if (amountMinor === undefined) return requestableMinor;
  if (amountMinor <= requestableMinor) return amountMinor;
  throw new ProblemError(
    'refund.exceeds_captured',
    `Of this purchase ${requestableMinor} minor units of ${purchase.money.currency} can still be asked for.`,
    [{ pointer: '/amountMinor', detail: `must be at most ${requestableMinor}` }],
  );
}

const detailsOf = (refund: RefundRecord) => ({
  amountMinor: refund.amountMinor,
  currency: refund.currency,
  reason: refund.reason,
  origin: refund.origin,
});
