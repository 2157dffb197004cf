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
  removeOnComplete: { age: 3_600, count: 1_000 },
  removeOnFail: { age: 30 * DAY_SECONDS, count: 10_000 },
} as const satisfies JobsOptions;

/**
 * For announcements, whose failure is ours (the database away, a deploy): tried for about two hours. They carry thousands
 * of ids under load, so only the latest done ones are kept; a repetition after that is handled again, which is harmless.
 */
export const ANNOUNCEMENT_JOB = {
  ...KEPT_JOB,
  removeOnComplete: { count: 20 },
  attempts: 12,
  backoff: { type: 'exponential', delay: 2_000, jitter: 0.5 },
} as const satisfies JobsOptions;
