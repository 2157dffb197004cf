import { z } from 'zod';
import { amount, instant } from '../primitives.js';

export const DISPUTE_REPORT_GROUPS = ['reason', 'method', 'package'] as const;

const record = z.object({
  disputes: z.int(),
  open: z.int(),
  won: z.int(),
  /** Contested and lost. */
  lost: z.int(),
  /** Given up by us. */
  accepted: z.int(),
  expired: z.int(),
  /** Refunded before an inquiry became a dispute, or taken back. */
  prevented: z.int(),
  /** won ÷ (won + lost) in thousandths; null before the first is over. */
  wonPermille: z.int().nullable(),
  /** US cents at reference rates. */
  disputedUsdMinor: amount,
  lostUsdMinor: amount,
  feesUsdMinor: amount,
});

/** `GET /staff/reports/disputes?from=&to=&by=`: what became of the disputes opened in a period. Needs `report.read`. */
export const disputeReport = z
  .object({
    from: instant,
    to: instant,
    by: z.enum(DISPUTE_REPORT_GROUPS),
    total: record,
    groups: z.array(record.extend({ key: z.string() })),
  })
  .meta({ id: 'DisputeReport' });
export type DisputeReport = z.infer<typeof disputeReport>;

export const disputeReportQuery = z.strictObject({
  from: instant,
  to: instant,
  by: z.enum(DISPUTE_REPORT_GROUPS).default('reason'),
});
export type DisputeReportQuery = z.infer<typeof disputeReportQuery>;
