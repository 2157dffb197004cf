import type { DashboardQuery, DashboardReport } from '@coinwarden/contracts';
import {
  DAY,
  HOUR,
  type Instant,
  idTime,
  SECOND,
  SLICE_SECONDS,
  sliceOf,
  TRANSACTION_KINDS,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  type ReportRange,
  readHeld,
  readOldestUnsummed,
  readSums,
  readTopReasons,
} from '../persistence/report-reading.store.js';
import { heldOf, seriesOf, volumeOf } from './report-volume.js';

const TOP_REASONS = 10;
/** Time for a slice to be announced and summed; what is younger is read from the transactions themselves. */
const LIVE_SECONDS = 3 * SLICE_SECONDS;

/** The dashboard: sums kept by the hour, the last seconds read live, so that its cost never follows the history's size. */
@Injectable()
export class Dashboard {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async read(query: DashboardQuery): Promise<DashboardReport> {
    const now = this.clock.now();
    const step = query.bucket === 'hour' ? HOUR : DAY;
    const range: ReportRange = {
      from: Math.floor(Date.parse(query.from) / step) * step,
      to: Math.ceil(Date.parse(query.to) / step) * step,
      bucket: query.bucket,
      liveFrom: sliceOf(now - LIVE_SECONDS * SECOND),
    };
    const [sums, topReasons, held, oldest] = await Promise.all([
      readSums(this.db, range),
      readTopReasons(this.db, range, TOP_REASONS),
      readHeld(this.db),
      readOldestUnsummed(this.db),
    ]);
    const perKind = sums.filter((row) => row.at === null);
    const iso = (at: Instant) => new Date(at).toISOString();
    return {
      from: iso(range.from),
      to: iso(range.to),
      bucket: range.bucket,
      asOf: iso(asOf(oldest, range.liveFrom, now)),
      totals: volumeOf(perKind),
      byKind: TRANSACTION_KINDS.map((kind) => ({
        kind,
        ...volumeOf(perKind.filter((row) => row.kind === kind)),
      })),
      held: heldOf(held),
      topReasons,
      series: seriesOf(sums, { ...range, step }),
    };
  }
}

/** What waits is only missing from the report if it is older than what is read live. */
function asOf(
  oldest: { outboxId: string | null; sliceAt: Date | null },
  liveFrom: Instant,
  now: Instant,
): Instant {
  const waiting = [oldest.outboxId && idTime(oldest.outboxId), oldest.sliceAt?.getTime()];
  return Math.min(now, ...waiting.filter((at) => typeof at === 'number').filter((at) => at < liveFrom));
}
