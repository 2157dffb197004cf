import type { PromotionCreate, PromotionEdit, PromotionMove } from '@coinwarden/contracts';
import { localTimeOf, moveWindow, readWindow } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import {
  insertPromotion,
  type LockedPromotion,
  moveDraft,
  rewritePromotion,
} from '../persistence/promotion-writes.store.js';
import { ChangePromotions, refuseOtherRevision } from './change-promotions.js';
import { writtenPromotion } from './written-promotion.js';

/** Writes drafts. Of two who edit one at once the second is told, and what they wrote is not lost on the first. */
@Injectable()
export class WritePromotion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly change: ChangePromotions,
  ) {}

  create(actor: StaffActor, { promotionId, ...contents }: PromotionCreate): Promise<void> {
    const at = new Date(this.clock.now());
    return this.uow.run(async (tx) => {
      const written = await writtenPromotion(tx, promotionId, contents);
      const made = { status: 'draft', authors: [actor.id], at } as const;
      if (!(await insertPromotion(tx, promotionId, written, made)))
        throw new ProblemError('record.conflict', `There is a promotion ${promotionId} already.`);
      const deed = { promotionId, at, actor, action: 'created', reason: null };
      await this.change.tell(tx, { ...deed, details: contents });
    });
  }

  edit(actor: StaffActor, promotionId: string, { revision, ...contents }: PromotionEdit): Promise<void> {
    const at = new Date(this.clock.now());
    return this.change.run(promotionId, async (tx, promotion) => {
      refuseUnlessDraft(promotion, revision);
      const written = await writtenPromotion(tx, promotionId, contents);
      await rewritePromotion(tx, promotionId, written, withAuthor(promotion, actor));
      const deed = { promotionId, at, actor, action: 'edited', reason: null };
      await this.change.tell(tx, { ...deed, details: { revision: revision + 1, ...contents } });
    });
  }

  /** By whole days, as dragged on the calendar. */
  move(actor: StaffActor, promotionId: string, { revision, days }: PromotionMove): Promise<void> {
    return this.change.run(promotionId, async (tx, promotion) => {
      refuseUnlessDraft(promotion, revision);
      await this.moveWindow(tx, { actor, promotionId, promotion, days });
    });
  }

  private async moveWindow(tx: Tx, { actor, promotionId, promotion, days }: Move): Promise<void> {
    const { timeZone } = promotion;
    const moved = moveWindow(
      {
        startsLocal: localTimeOf(promotion.startsAt, timeZone),
        endsLocal: localTimeOf(promotion.endsAt, timeZone),
        timeZone,
      },
      days,
    );
    const window = readWindow(moved);
    await moveDraft(tx, promotionId, window, withAuthor(promotion, actor));
    await this.change.tell(tx, {
      promotionId,
      at: new Date(this.clock.now()),
      actor,
      action: 'moved',
      reason: null,
      details: { revision: promotion.revision + 1, days, ...moved },
    });
  }
}

interface Move {
  readonly actor: StaffActor;
  readonly promotionId: string;
  readonly promotion: LockedPromotion;
  readonly days: number;
}

function refuseUnlessDraft(promotion: LockedPromotion, revision: number): void {
  if (promotion.status !== 'draft') throw new ProblemError('promotion.not_draft');
  refuseOtherRevision(promotion, revision);
}

export const withAuthor = ({ authors }: LockedPromotion, actor: StaffActor): string[] => [
  ...new Set([...authors, actor.id]),
];
