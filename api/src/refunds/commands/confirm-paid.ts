import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { noteFact, refundOfProviderRefund } from '../persistence/refund-facts.store.js';
import type { RefundRecord } from '../persistence/refunds.store.js';
import type { ActionContext } from './action-context.js';
import { MoveRefund } from './move-refund.js';
import { SettleRefund } from './settle-refund.js';

/** A person paid it outside and says by which payment. One payment confirms one refund. */
@Injectable()
export class ConfirmPaid {
  constructor(
    private readonly settle: SettleRefund,
    private readonly moveRefund: MoveRefund,
  ) {}

  async run(tx: Tx, { refund, body, actor, at }: ActionContext): Promise<RefundRecord> {
    const { paymentReference } = body;
    const invalid = (detail: string) =>
      new ProblemError('request.invalid', undefined, [{ pointer: '/paymentReference', detail }]);
    if (paymentReference === undefined) throw invalid('is required');
    const { accountId, amountMinor, attempt } = refund;
    const other = await refundOfProviderRefund(tx, { accountId, providerRefundId: paymentReference });
    if (other !== null) throw invalid(`confirms the refund ${other} already`);
    await noteFact(
      tx,
      refund,
      {
        providerRefundId: paymentReference,
        attempt,
        status: 'succeeded',
        amountMinor,
        occurredAt: at,
        detail: body.reason ?? null,
        source: 'person',
      },
      at,
    );
    await this.settle.run(tx, { ...refund, status: 'succeeded' }, { paidMinor: amountMinor, at, actor });
    return this.moveRefund.run(tx, refund, {
      step: 'confirm_paid',
      at,
      actor,
      reason: body.reason ?? null,
      details: { paymentReference },
      changes: { providerRefundId: paymentReference },
    });
  }
}
