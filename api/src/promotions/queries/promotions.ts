import type { PromotionHistory, StaffPromotion } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { listOf, type StaffList } from '../../platform/http/list-route.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findStaffRecord } from '../../platform/http/staff-list.js';
import { readHistory } from '../persistence/promotion-history.store.js';
import { PROMOTIONS, type PromotionListRow, promotionRecord } from './promotion-records.js';

/** Promotions with what may be done with them, and what was done. */
@Injectable()
export class Promotions {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  list(actor: StaffActor): StaffList {
    return listOf(PROMOTIONS, this.recordFor(actor));
  }

  async one(actor: StaffActor, id: string): Promise<StaffPromotion> {
    const row = await findStaffRecord<PromotionListRow>(this.db, PROMOTIONS, id);
    if (!row) throw new ProblemError('record.unknown');
    return this.recordFor(actor)(row);
  }

  history(id: string): Promise<PromotionHistory> {
    return readHistory(this.db, id);
  }

  private recordFor(actor: StaffActor) {
    return promotionRecord({ actor, now: this.clock.now(), freeCoins: this.config.promotionFreeCoins });
  }
}
