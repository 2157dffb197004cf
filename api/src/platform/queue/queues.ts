import type { JobsOptions } from 'bullmq';

/** Announcements from the outbox, one job per subscriber. */
export const EVENTS_QUEUE = 'events';
/** Work that recurs by the clock. */
export const SCHEDULE_QUEUE = 'schedule';

const DAY_SECONDS = 86_400;

/**
 * Finished jobs are kept an hour, so that a repetition finds its twin; failed ones a month, as the dead letters an
 * operator looks through.
 */
export const KEPT_JOB = {
  removeOnComplete: { age: 3_600, count: 5_000 },
  removeOnFail: { age: 30 * DAY_SECONDS, count: 10_000 },
} as const satisfies JobsOptions;

/** For work whose failure is ours (the database away, a deploy): tried for about an hour and a half. */
export const RETRIED_JOB = {
  ...KEPT_JOB,
  attempts: 12,
  backoff: { type: 'exponential', delay: 2_000, jitter: 0.5 },
} as const satisfies JobsOptions;
