import { HOUR, type Instant, MINUTE, SECOND } from '../kernel/time.js';

/**
 * Where sums are kept. The hours still filling are kept in slices of a few seconds, each computed once when it is over;
 * an hour that has closed is one bucket. So no reader and no writer ever goes through more than a few seconds of
 * transactions, however many an hour or the history holds.
 */
export const SLICE_SECONDS = 5;
export const HOUR_SECONDS = 3_600;
export type BucketWidthSeconds = typeof SLICE_SECONDS | typeof HOUR_SECONDS;

/** Slices wait this long after their hour's end, so that what commits late still finds its slice. */
const HOUR_GRACE = 5 * MINUTE;

const floorTo = (at: Instant, step: number): Instant => Math.floor(at / step) * step;

export const sliceOf = (at: Instant): Instant => floorTo(at, SLICE_SECONDS * SECOND);
export const hourOf = (at: Instant): Instant => floorTo(at, HOUR);

/** Hours from here on are kept in slices; everything before is kept by the hour. */
export const openHoursFrom = (now: Instant): Instant => hourOf(now - HOUR_GRACE);

export interface ReportBucketRef {
  readonly widthSeconds: BucketWidthSeconds;
  readonly at: Instant;
}

/** The bucket that has to be computed again when a transaction decided at `decidedAt` becomes known. */
export const bucketToMark = (decidedAt: Instant, now: Instant): ReportBucketRef =>
  decidedAt >= openHoursFrom(now)
    ? { widthSeconds: SLICE_SECONDS, at: sliceOf(decidedAt) }
    : { widthSeconds: HOUR_SECONDS, at: hourOf(decidedAt) };
