import type { PromotionActionRequest } from '@coinwarden/contracts';
import {
  needsApproval,
  PROMOTION_MACHINE,
  type PromotionAction,
  type PromotionRefusal,
  type PromotionStatus,
  refusePromotionAction,
  statusAt,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { hasFreeCode } from '../persistence/promotion-codes.store.js';
import {
  deletePromotion,
  type LockedPromotion,
  setPromotionStatus,
} from '../persistence/promotion-writes.store.js';
import { ChangePromotions, refuseOtherRevision } from './change-promotions.js';
import { withAuthor } from './write-promotion.js';

const DONE = {
  submit: 'submitted',
  approve: 'approved',
  reject: 'rejected',
  recall: 'recalled',
  pause: 'paused',
  resume: 'resumed',
  end: 'ended',
  discard: 'discarded',
} as const satisfies Record<PromotionAction, string>;

/** Actions that speak for what is written, and so name the revision that was read. */
const READ: readonly PromotionAction[] = ['submit', 'approve', 'reject'];

/**
 * What staff do to a promotion. Refusals, in this order: record.unknown, auth.forbidden, action.not_allowed,
 * promotion.self_approval, action.reason_required, record.conflict.
 */
@Injectable()
export class ActOnPromotion {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly change: ChangePromotions,
  ) {}

  run(
    actor: StaffActor,
    promotionId: string,
    action: PromotionAction,
    { revision, reason: given }: PromotionActionRequest,
  ): Promise<void> {
    const now = this.clock.now();
    const reason = given ?? null;
    return this.change.run(promotionId, async (tx, promotion) => {
      const status = statusAt(promotion, now);
      const subject = { status, authors: promotion.authors };
      const refusal = refusePromotionAction(action, subject, { actor, reason });
      if (refusal !== null) throw refusalOf(refusal, action, status);
      if (READ.includes(action)) refuseOtherRevision(promotion, revision);
      await this.refuseHopeless(tx, { promotionId, promotion, action, now });
      const to = this.after(action, promotion);
      const deed = { promotionId, at: new Date(now), actor, action: DONE[action], reason };
      if (action === 'discard') {
        await deletePromotion(tx, promotionId);
        return this.change.tell(tx, { ...deed, details: {} }, { kept: false });
      }
      await setPromotionStatus(tx, promotionId, {
        status: to,
        authors: authorsAfter(action, promotion, actor),
      });
      await this.change.tell(tx, { ...deed, details: { from: status, to, revision: promotion.revision } });
    });
  }

  /** What cannot come to anything is not released. */
  private async refuseHopeless(tx: Tx, { promotionId, promotion, action, now }: Release): Promise<void> {
    if (action !== 'submit' && action !== 'approve') {
      if (action === 'recall' && promotion.uses > 0n)
        throw new ProblemError('action.not_allowed', 'It has been used already; pause or end it.');
      return;
    }
    if (promotion.endsAt <= now) throw new ProblemError('action.not_allowed', 'Its window is over.');
    if (promotion.singleUseCodes && !(await hasFreeCode(tx, promotionId)))
      throw new ProblemError('action.not_allowed', 'It has no codes yet; add some first.');
  }

  private after(action: PromotionAction, { budgetCoins }: LockedPromotion): PromotionStatus {
    const freely = action === 'submit' && !needsApproval(budgetCoins, this.config.promotionFreeCoins);
    return freely ? 'scheduled' : PROMOTION_MACHINE.transitions[action].to;
  }
}

interface Release {
  readonly promotionId: string;
  readonly promotion: LockedPromotion;
  readonly action: PromotionAction;
  readonly now: number;
}

/** Whoever submits answers for it too; once approved, the next draft of it begins with a clean sheet. */
function authorsAfter(
  action: PromotionAction,
  promotion: LockedPromotion,
  actor: StaffActor,
): readonly string[] {
  if (action === 'recall' && promotion.status !== 'pending_approval') return [actor.id];
  return action === 'submit' || action === 'recall' ? withAuthor(promotion, actor) : promotion.authors;
}

function refusalOf(refusal: PromotionRefusal, action: string, status: PromotionStatus): ProblemError {
  switch (refusal) {
    case 'forbidden':
      return new ProblemError('auth.forbidden');
    case 'self_approval':
      return new ProblemError('promotion.self_approval');
    case 'reason_required':
      return new ProblemError('action.reason_required');
    case 'not_allowed':
      return new ProblemError('action.not_allowed', `${action} is not open while it is ${status}.`);
  }
}
