import type { AccountStatus } from '../accounts/account.js';
import type { HoldEnd } from '../decisions/effects.js';
import type { Outcome } from '../decisions/transaction.js';
import { DAY, type Instant } from '../kernel/time.js';

/** What the platform is told, and when. */

const OF_OUTCOME = {
  approve: 'transaction.approved',
  review: 'transaction.held',
  decline: 'transaction.declined',
} as const satisfies Record<Outcome, string>;

const OF_HOLD_END = {
  released: 'transaction.released',
  captured: 'transaction.captured',
  declined: 'transaction.declined',
  voided: 'transaction.voided',
  expired: 'hold.expired',
} as const satisfies Record<HoldEnd, string>;

const OF_ACCOUNT_STATUS = {
  active: 'account.released',
  restricted: 'account.restricted',
  suspended: 'account.suspended',
  closed: 'account.closed',
} as const satisfies Record<AccountStatus, string>;

export const eventOfOutcome = (outcome: Outcome) => OF_OUTCOME[outcome];
export const eventOfHoldEnd = (end: HoldEnd) => OF_HOLD_END[end];
export const eventOfAccountStatus = (status: AccountStatus) => OF_ACCOUNT_STATUS[status];

/** Longer than the queue has ever stood still; what is announced later was brought in as history. */
const NEWS_FOR = 3 * DAY;

export const isNews = (decidedAt: Instant, now: Instant): boolean => now - decidedAt <= NEWS_FOR;

/**
 * The id under which an event is sent, on every attempt, to every endpoint, however often it was announced: `subject` is
 * the transaction, or the announcement where a subject can see the same event twice. No dots: the signature joins by them.
 */
export const webhookEventId = (subject: string, type: string): string =>
  `evt_${subject}_${type.replaceAll('.', '_')}`;
