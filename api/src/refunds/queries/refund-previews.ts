import type { RefundPreview, RefundPreviewRequest } from '@coinwarden/contracts';
import { findRefundReason, type RequesterKind, requesterKindOf } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { MoneyBackPolicies } from '../../money-back-policies/money-back-policies.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { JudgeRequest } from '../commands/judge-request.js';
import { newRefund } from '../commands/new-refund.js';
import { SettleRefund } from '../commands/settle-refund.js';
import type { RefundRecord } from '../persistence/refunds.store.js';
import { purchaseView } from './purchase-view.js';
import { RefundPage } from './refund-page.js';
import { type RequestablePurchase, RequestablePurchases, told } from './requestable-purchase.js';

/** Who would lose what, and what the policy would say: by the code that then does it, writing nothing. */
@Injectable()
export class RefundPreviews {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly page: RefundPage,
    private readonly purchases: RequestablePurchases,
    private readonly policies: MoneyBackPolicies,
    private readonly judge: JudgeRequest,
    private readonly settle: SettleRefund,
  ) {}

  /** Of a refund that nobody has asked for yet. Throws `record.unknown`. */
  async ofRequest(actor: StaffActor, request: RefundPreviewRequest): Promise<RefundPreview> {
    const at = this.clock.now();
    const found = await this.purchases.find(this.db, request.purchaseId, { now: at });
    const { policy } = await this.policies.current(this.db, 'reasons');
    const cause = findRefundReason(policy, request.reason ?? '')?.cause ?? 'refund';
    const { requestableMinor } = found;
    const wanted = request.amountMinor === undefined ? requestableMinor : BigInt(request.amountMinor);
    const amountMinor = wanted < requestableMinor ? wanted : requestableMinor;
    const kind: RequesterKind = requesterKindOf(actor.role);
    const requester = {
      kind,
      origin: 'staff',
      actor: { type: 'staff', id: actor.id, name: actor.name },
    } as const;
    const refund = newRefund(found, { amountMinor, cause, reason: request.reason ?? '', requester, at });
    const preview = await this.previewOf(refund, found, at);
    if (preview.refusal !== null || wanted <= requestableMinor) return preview;
    const { currency } = found.purchase.money;
    const message = `At most ${requestableMinor} minor units of ${currency} can be asked for.`;
    return { ...preview, refusal: { code: 'refund.exceeds_captured', message } };
  }

  /** Of one that waits: what an approval would do now. Throws `record.unknown`. */
  async ofRefund(refundId: string): Promise<RefundPreview> {
    const at = this.clock.now();
    const refund = await this.page.find(refundId);
    const found = await this.purchases.find(this.db, refund.purchaseId, { now: at, refundId });
    return { ...(await this.previewOf(refund, found, at)), refusal: null };
  }

  private async previewOf(
    refund: RefundRecord,
    found: RequestablePurchase,
    at: number,
  ): Promise<RefundPreview> {
    const { purchase, history, channel, refusal } = found;
    return {
      purchase: purchaseView(found),
      money: { amountMinor: Number(refund.amountMinor), currency: refund.currency },
      decision: await this.judge.decide(this.db, refund, { purchase, history, at }),
      channel,
      refusal: refusal && told(refusal),
      clawback: await this.settle.preview(this.db, refund, at),
    };
  }
}
