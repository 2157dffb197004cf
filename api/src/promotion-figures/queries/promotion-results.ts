import type { PromotionResults as ResultsAnswer } from '@coinwarden/contracts';
import { MINUTE, type Promotion } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readPromotion } from '../../promotions/promotions.public.js';
import { followBonus, sumAbuse, sumUses, usesByDay } from '../persistence/uses.store.js';
import { CountAudience } from './count-audience.js';
import { fraudSince } from './fraudulent-purchases.js';
import { measureUplift } from './measure-uplift.js';

/** So long what was worked out is good enough for whoever asks next: it may read very many purchases. */
const KEPT_FOR = MINUTE;
const MAX_KEPT = 100;

/** What became of a promotion: who used it, what it cost, what it changed and how much of it was abuse. */
@Injectable()
export class PromotionResults {
  private readonly kept = new Map<string, { readonly at: number; readonly answer: Promise<ResultsAnswer> }>();

  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly audiences: CountAudience,
  ) {}

  /** Throws ProblemError `record.unknown`, and `action.not_allowed` for one that was never released. */
  async read(promotionId: string): Promise<ResultsAnswer> {
    const promotion = await readPromotion(this.db, promotionId);
    if (!promotion) throw new ProblemError('record.unknown');
    if (promotion.status === 'draft' || promotion.status === 'pending_approval')
      throw new ProblemError('action.not_allowed', 'It was never released.');
    const now = this.clock.now();
    const known = this.kept.get(promotionId);
    if (known && now - known.at < KEPT_FOR) return known.answer;
    const answer = this.measure(promotion, now);
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    this.kept.set(promotionId, { at: now, answer });
    answer.catch(() => this.kept.delete(promotionId));
    return answer;
  }

  private async measure(promotion: Promotion, now: number): Promise<ResultsAnswer> {
    const { promotionId, audience } = promotion;
    const sums = await sumUses(this.db, promotionId);
    const fraud = await fraudSince(this.db, promotion.startsAt, Math.min(now, promotion.endsAt));
    const abuse = await sumAbuse(this.db, promotionId, fraud);
    const bonus = await followBonus(this.db, promotionId);
    const members = await this.audiences.members({ audience, at: now, control: promotion });
    const offered = members.matching - members.heldOut;
    return {
      effect: promotion.effect,
      measuredAt: new Date(now).toISOString(),
      uses: sums.uses,
      accounts: sums.accounts,
      costCoins: Number(sums.costCoins),
      bonusCoins: Number(sums.bonusCoins),
      returned: sums.returned,
      audience: members.matching,
      takeUpPercent: percentage(Math.min(sums.accounts, offered), offered),
      abuse: {
        uses: abuse.uses,
        costCoins: Number(abuse.costCoins),
        percent: percentage(abuse.uses, sums.uses),
      },
      bonusGifted: bonus.gifted,
      bonusWithdrawn: bonus.withdrawn,
      withdrawnUsdMinor: bonus.withdrawnUsdMinor,
      uplift: await measureUplift(this.db, { promotion, members, now }),
      byDay: await usesByDay(this.db, promotionId),
    };
  }
}

/** With one decimal; null of nothing. */
const percentage = (part: number, whole: number): number | null =>
  whole <= 0 ? null : Math.round((1_000 * part) / whole) / 10;
