import { DAY, decisiveLabel, type Instant, idFloor } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type LabelDay, reviewedOn, rulesFiredOn, writeLabelDay } from '../persistence/label-days.store.js';
import { readLabels } from '../persistence/labels.store.js';

/** Most labels come within two months; what comes later still counts in backtests. */
const DAYS_BACK = 60;

/** Counts, per day and rule, what was learned about the transactions it fired on. Whole days, so repeating is harmless. */
@Injectable()
export class SumRuleLabels {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const today = Math.floor(this.clock.now() / DAY) * DAY;
    for (let day = today - (DAYS_BACK - 1) * DAY; day <= today; day += DAY) await this.sum(day);
  }

  private async sum(day: Instant): Promise<void> {
    const labels = await readLabels(this.uow, {
      firstId: idFloor(day),
      lastId: idFloor(day + DAY),
      reviewed: await reviewedOn(this.uow, day),
    });
    const fired = await rulesFiredOn(this.uow, [...labels.keys()]);
    const sums = new Map<string, LabelDay>();
    for (const { transactionId, keys } of fired) {
      const fraud = decisiveLabel(labels.get(transactionId)!)!.fraud;
      for (const key of keys) {
        const sum = sums.get(key) ?? { key, fraud: 0, good: 0 };
        sums.set(key, { key, fraud: sum.fraud + (fraud ? 1 : 0), good: sum.good + (fraud ? 0 : 1) });
      }
    }
    await this.uow.run((tx) => writeLabelDay(tx, day, [...sums.values()]));
  }
}
