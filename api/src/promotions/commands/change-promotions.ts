import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { bumpReference } from '../../platform/database/reference-cache.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { appendHistory, type PromotionEvent } from '../persistence/promotion-history.store.js';
import { type LockedPromotion, lockPromotion } from '../persistence/promotion-writes.store.js';

/** What was done, and by whom; null is the system itself. */
export interface PromotionDeed extends Omit<PromotionEvent, 'by'> {
  readonly actor: Pick<StaffActor, 'id'> | null;
}

/** How every change of a promotion goes: under its lock, known to every process from its commit on, and told in two logs. */
@Injectable()
export class ChangePromotions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /** Throws ProblemError `record.unknown`. */
  run<T>(promotionId: string, work: (tx: Tx, promotion: LockedPromotion) => Promise<T>): Promise<T> {
    return this.uow.run(async (tx) => {
      const promotion = await lockPromotion(tx, promotionId);
      if (!promotion) throw new ProblemError('record.unknown', `There is no promotion ${promotionId}.`);
      const result = await work(tx, promotion);
      await bumpReference(tx, 'promotions');
      return result;
    });
  }

  /** `kept` is false for one that is gone: only the audit log remembers it. */
  async tell(tx: Tx, deed: PromotionDeed, { kept = true } = {}): Promise<void> {
    const { actor, promotionId, action, reason, details } = deed;
    if (kept) await appendHistory(tx, { ...deed, by: actor?.id ?? null });
    await this.audit.append(tx, {
      actor: actor === null ? { type: 'system', id: 'promotions' } : { type: 'staff', id: actor.id },
      action: `promotion.${action}`,
      subject: { type: 'promotion', id: promotionId },
      ...(reason !== null && { reason }),
      details,
    });
  }
}

/** Nobody overwrites, submits or approves what they have not seen. */
export function refuseOtherRevision(promotion: LockedPromotion, seen: number | undefined): void {
  if (promotion.revision !== seen)
    throw new ProblemError('record.conflict', `Revision ${promotion.revision} has come meanwhile.`);
}
