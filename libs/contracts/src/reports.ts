import { OUTCOMES, TRANSACTION_KINDS } from '@coinwarden/domain';
import { z } from 'zod';
import { amount, instant } from './primitives.js';

export const REPORT_BUCKETS = ['hour', 'day'] as const;
export type ReportBucket = (typeof REPORT_BUCKETS)[number];

/** The longest range one answer covers, so that its size and its cost stay bounded. Days are UTC days. */
export const REPORT_RANGE_DAYS_MAX: Readonly<Record<ReportBucket, number>> = { hour: 31, day: 366 };

const DAY_MS = 86_400_000;

/** Half-open: `from` is in the report, `to` is not. Both are widened to whole buckets in the answer. */
export const dashboardQuery = z
  .strictObject({ from: instant, to: instant, bucket: z.enum(REPORT_BUCKETS).default('hour') })
  .refine((q) => Date.parse(q.from) < Date.parse(q.to), { path: ['to'], message: 'must be after from' })
  .refine((q) => Date.parse(q.to) - Date.parse(q.from) <= REPORT_RANGE_DAYS_MAX[q.bucket] * DAY_MS, {
    path: ['from'],
    message: 'the range is longer than this bucket allows (31 days by hour, 366 days by day)',
  });
export type DashboardQuery = z.infer<typeof dashboardQuery>;

const sum = z.int().min(0);
const moneySum = z.object({ currency: z.string(), amountMinor: sum });

/** How many were decided and how, and what the approved ones moved. */
const volume = z.object({
  transactions: sum,
  outcomes: z.object({ approve: sum, review: sum, decline: sum } satisfies Record<
    (typeof OUTCOMES)[number],
    unknown
  >),
  coins: sum,
  diamonds: sum,
  /** Money of approved purchases, per currency, largest first. */
  money: z.array(moneySum),
});

export const dashboardReport = z
  .object({
    from: instant,
    to: instant,
    bucket: z.enum(REPORT_BUCKETS),
    /** Everything decided before this instant is counted. */
    asOf: instant,
    totals: volume,
    byKind: z.array(volume.extend({ kind: z.enum(TRANSACTION_KINDS) })),
    /** What is held this moment, whatever the range: waiting for staff, for a capture or for expiry. */
    held: z.object({
      transactions: sum,
      coins: amount,
      diamonds: amount,
      money: z.array(moneySum),
      oldestAt: instant.nullable(),
    }),
    /** The reasons given most often for a review or a decline. */
    topReasons: z.array(z.object({ code: z.string(), transactions: sum })),
    /** One entry per bucket of the range, empty ones included, oldest first. */
    series: z.array(volume.extend({ at: instant })),
  })
  .meta({ id: 'DashboardReport' });
export type DashboardReport = z.infer<typeof dashboardReport>;
