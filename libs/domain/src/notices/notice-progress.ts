import type { Permission } from '../access/permissions.js';
import type { Machine } from '../kernel/machine.js';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../kernel/time.js';
import type { NoticeReason } from './notice-reason.js';

/**
 * What becomes of a notice once it is stored. It is tried until it is applied: one that fails comes again with growing
 * pauses and ends as a dead letter with its reason; one whose purchase is not known yet waits for it. None is deleted.
 */
export const NOTICE_STATES = [
  'received',
  'processing',
  'processed',
  'waiting',
  'failed',
  'dead_letter',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const NOTICE_ACTIONS = ['replay'] as const;
export type NoticeAction = (typeof NOTICE_ACTIONS)[number];

/** What staff may do; everything else a notice goes through by itself. */
export const NOTICE_MACHINE = {
  initial: 'received',
  transitions: {
    replay: {
      from: ['processed', 'waiting', 'failed', 'dead_letter'],
      to: 'received',
      permission: 'notice.replay',
      reasonRequired: false,
    },
  },
} as const satisfies Machine<NoticeState, NoticeAction, Permission>;

/** How one try ended. `refused`: trying again cannot help, a person has to look. */
export type NoticeOutcome =
  | { readonly kind: 'applied' }
  | { readonly kind: 'waiting'; readonly reason: NoticeReason }
  | { readonly kind: 'failed'; readonly reason: NoticeReason }
  | { readonly kind: 'refused'; readonly reason: NoticeReason };

export interface NoticeProgress {
  readonly state: NoticeState;
  /** Set exactly while it will be tried again. */
  readonly nextAttemptAt: Instant | null;
  readonly reason: NoticeReason | null;
}

/** Pauses after the first, second, … failure: some nine hours in all. */
const FAILURE_PAUSES = [2 * SECOND, 10 * SECOND, MINUTE, 5 * MINUTE, 20 * MINUTE, HOUR, 2 * HOUR, 6 * HOUR];
export const MAX_NOTICE_FAILURES = FAILURE_PAUSES.length + 1;

/** A purchase usually follows its notice within seconds. Its decision wakes the notice; this is for what that misses. */
const WAIT_SHORTEST = 5 * SECOND;
const WAIT_LONGEST = 6 * HOUR;
/** After this long nobody is going to decide the purchase any more: a person should look. */
export const WAIT_AT_MOST = 30 * DAY;
const JITTER = 0.2;

export function afterTry(
  notice: { readonly failures: number; readonly waits: number; readonly receivedAt: Instant },
  outcome: NoticeOutcome,
  { now, random }: { readonly now: Instant; readonly random: number },
): NoticeProgress {
  const later = (pause: number) => now + Math.round(pause * (1 + JITTER * random));
  if (outcome.kind === 'applied') return { state: 'processed', nextAttemptAt: null, reason: null };
  const { reason } = outcome;
  if (outcome.kind === 'waiting' && now - notice.receivedAt < WAIT_AT_MOST) {
    const pause = Math.min(WAIT_SHORTEST * 2 ** Math.min(notice.waits, 20), WAIT_LONGEST);
    return { state: 'waiting', nextAttemptAt: later(pause), reason };
  }
  const pause = outcome.kind === 'failed' ? FAILURE_PAUSES[notice.failures] : undefined;
  if (pause === undefined) return { state: 'dead_letter', nextAttemptAt: null, reason };
  return { state: 'failed', nextAttemptAt: later(pause), reason };
}
