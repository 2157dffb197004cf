import type { ReportBucket } from '@coinwarden/contracts';

const HOUR_MS = 3_600_000;

export const PERIODS = {
  day: { hours: 24, bucket: 'hour' },
  week: { hours: 7 * 24, bucket: 'hour' },
  month: { hours: 30 * 24, bucket: 'day' },
} as const satisfies Record<string, { hours: number; bucket: ReportBucket }>;

export type Period = keyof typeof PERIODS;
export const PERIOD_KEYS = Object.keys(PERIODS) as Period[];

/** The period up to the end of the running hour, so that the question stays the same while the hour lasts. */
export function reportQuery(period: Period, now: number): string {
  const { hours, bucket } = PERIODS[period];
  const to = Math.ceil(now / HOUR_MS) * HOUR_MS;
  const from = to - hours * HOUR_MS;
  const query = new URLSearchParams({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    bucket,
  });
  return query.toString();
}
