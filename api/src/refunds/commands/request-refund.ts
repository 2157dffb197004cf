import { type RefundAnswer, type RefundRequest, refundAnswer } from '@coinwarden/contracts';
import { requesterKindOf } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { ApiKeyActor, StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { claimRequest, keepAnswer, requestHash } from '../persistence/refund-requests.store.js';
import type { RefundRecord } from '../persistence/refunds.store.js';
import { refundView } from '../queries/refund-view.js';
import { RequestablePurchases } from '../queries/requestable-purchase.js';
import { OpenRefund, type RefundToOpen } from './open-refund.js';

type Asked = Pick<RefundToOpen, 'purchaseId' | 'amountMinor' | 'reason' | 'note' | 'previewHash'>;

/** Takes requests for refunds from those who may make them. Refusals as `OpenRefund` says. */
@Injectable()
export class RequestRefund {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly openRefund: OpenRefund,
    private readonly purchases: RequestablePurchases,
  ) {}

  /**
   * From the platform, once per account and key: the same request again gets the answer it got then. Of two at once the
   * second waits for the first.
   */
  byPlatform(actor: ApiKeyActor, key: string, request: RefundRequest): Promise<RefundAnswer> {
    const at = this.clock.now();
    return this.uow.run(async (tx) => {
      const { purchase } = await this.purchases.find(tx, request.purchaseId, { now: at });
      const hash = requestHash(request);
      const { accountId } = purchase;
      const before = await claimRequest(tx, { accountId, key, hash, at });
      if (before && !before.requestHash.equals(hash)) throw new ProblemError('idempotency.conflict');
      if (before) return { ...refundAnswer.parse(before.answer), replayed: true };
      const refund = await this.openRefund.run(tx, {
        ...askedOf(request),
        requester: {
          kind: 'platform',
          origin: 'platform',
          actor: { type: 'api_key', id: actor.id, name: actor.name },
        },
        at,
      });
      const answer = { ...refundView(refund), replayed: false };
      await keepAnswer(tx, { accountId, key, refundId: refund.refundId, answer });
      return answer;
    });
  }

  byStaff(actor: StaffActor, request: RefundRequest & { previewHash?: string | undefined }) {
    const { previewHash } = request;
    return this.uow.run((tx) => this.withStaff(tx, actor, { ...askedOf(request), previewHash }));
  }

  /** By staff too, within what else they do in the transaction. */
  withStaff(tx: Tx, actor: StaffActor, asked: Asked): Promise<RefundRecord> {
    return this.openRefund.run(tx, {
      ...asked,
      requester: {
        kind: requesterKindOf(actor.role),
        origin: 'staff',
        actor: { type: 'staff', id: actor.id, name: actor.name },
      },
      at: this.clock.now(),
    });
  }

  /** By the product itself, in its transaction: to keep a payment from becoming a dispute, for example. */
  bySystem(tx: Tx, asked: Asked, by: { id: string; name: string }): Promise<RefundRecord> {
    return this.openRefund.run(tx, {
      ...asked,
      requester: { kind: 'automatic', origin: 'automatic', actor: { type: 'system', ...by } },
      at: this.clock.now(),
    });
  }
}

const askedOf = ({ purchaseId, amountMinor, reason, note }: RefundRequest): Asked => ({
  purchaseId,
  amountMinor: amountMinor === undefined ? undefined : BigInt(amountMinor),
  reason,
  note,
});
