import { HOUR_SECONDS, openHoursFrom, SLICE_SECONDS, sliceOf } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { closeSliceMarks, markAllHours, takeMarks } from '../persistence/report-marks.store.js';
import { dropSlicesOf, lockRollUp, mergeClosedHours, sumBuckets } from '../persistence/report-sums.store.js';

const MAX_SLICES = 500;
/** Few, because whoever marks one of them meanwhile waits for the commit. */
const MAX_HOURS = 4;

/**
 * Brings the sums up to date: marked slices and hours are computed again from the transactions, hours that have closed
 * are folded into one bucket. A bucket is always computed whole, so repeating a run, or dying in one, changes nothing.
 */
@Injectable()
export class RollUpReports {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Runs until nothing is left to do, one short transaction after the other. */
  async run(): Promise<void> {
    while (await this.step());
  }

  /** Computes everything again from the transactions; until it is done, old sums stay readable. */
  async rebuild(): Promise<void> {
    await this.uow.run((tx) => markAllHours(tx, openHoursFrom(this.clock.now())));
    await this.run();
  }

  private step(): Promise<boolean> {
    return this.uow.run(async (tx) => {
      if (!(await lockRollUp(tx))) return false;
      const now = this.clock.now();
      const openFrom = openHoursFrom(now);
      await closeSliceMarks(tx, openFrom);

      const slices = await takeMarks(tx, {
        widthSeconds: SLICE_SECONDS,
        before: sliceOf(now),
        max: MAX_SLICES,
      });
      if (slices.length > 0) await sumBuckets(tx, SLICE_SECONDS, slices);

      const hours = await takeMarks(tx, { widthSeconds: HOUR_SECONDS, before: openFrom, max: MAX_HOURS });
      if (hours.length > 0) {
        await dropSlicesOf(tx, hours);
        await sumBuckets(tx, HOUR_SECONDS, hours);
      }
      await mergeClosedHours(tx, openFrom);
      return slices.length === MAX_SLICES || hours.length === MAX_HOURS;
    });
  }
}
