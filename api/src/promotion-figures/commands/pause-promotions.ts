import { type PauseReason, reasonToPause, statusAt } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ChangePromotions, setPromotionStatus } from '../../promotions/promotions.public.js';
import { sumAbuse } from '../persistence/uses.store.js';
import { readWatched, type WatchedPromotion } from '../persistence/watched.store.js';
import { fraudSince } from '../queries/fraudulent-purchases.js';

/** Pauses promotions that are abused, or whose budget goes too fast, as their managers asked for. */
@Injectable()
export class PausePromotions {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly change: ChangePromotions,
  ) {}

  /** Answers those that were paused. */
  async run(): Promise<string[]> {
    const now = this.clock.now();
    const paused: string[] = [];
    for (const promotion of await readWatched(this.db, new Date(now))) {
      const reason = reasonToPause(promotion, await this.usedSoFar(promotion, now), now);
      if (reason !== null && (await this.pause(promotion, reason, now))) paused.push(promotion.promotionId);
    }
    return paused;
  }

  private async usedSoFar(promotion: WatchedPromotion, now: number) {
    const { uses, grantedCoins, pauseAbusePercent, promotionId } = promotion;
    const abuse =
      pauseAbusePercent === null
        ? { uses: 0 }
        : await sumAbuse(this.db, promotionId, await fraudSince(this.db, promotion.startsAt, now));
    return { uses, grantedCoins, abusiveUses: abuse.uses };
  }

  /** Somebody may have stopped it in the meantime. */
  private pause({ promotionId }: WatchedPromotion, reason: PauseReason, now: number): Promise<boolean> {
    return this.change.run(promotionId, async (tx, promotion) => {
      if (statusAt(promotion, now) !== 'active') return false;
      await setPromotionStatus(tx, promotionId, { status: 'paused', authors: promotion.authors });
      await this.change.tell(tx, {
        promotionId,
        at: new Date(now),
        actor: null,
        action: 'paused',
        reason: wordsOf(reason),
        details: { ...reason, from: 'active', to: 'paused' },
      });
      return true;
    });
  }
}

const wordsOf = ({ code, percent, limit }: PauseReason): string =>
  code === 'abuse'
    ? `${percent} % of its uses are abuse, ${limit} % at most`
    : `Its budget goes at ${percent} % of the pace that would last, ${limit} % at most`;
