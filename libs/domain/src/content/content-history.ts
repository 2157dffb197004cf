import { DAY, type Instant, MINUTE } from '../kernel/time.js';
import { hashId } from '../risk/velocity-sightings.js';
import type { ContentVerdictName } from './content.js';

/**
 * What an account has written that was suspect or a scam, packed into its row so that rules read it with everything else.
 * It follows from the account's stored scans alone, so writing it again changes nothing, and a verdict that a person
 * overturns is gone from it with the next writing.
 */
export interface ContentHistory {
  /** The latest first. */
  readonly days: readonly ContentDay[];
  readonly lastScamAt: Instant | null;
  readonly lastFlaggedAt: Instant | null;
  readonly lastVerdict: ContentVerdictName;
  /** Other accounts that linked to the domain which most of them share, when the account last wrote such a text. */
  readonly sharedDomainAccounts: number;
  /** To whom the latest of these texts were sent. */
  readonly addressed: readonly Addressed[];
}

export interface ContentDay {
  /** Days since the epoch, in UTC. */
  readonly day: number;
  readonly scams: number;
  readonly suspects: number;
}

export interface Addressed {
  /** `hashId` of the account. */
  readonly recipient: number;
  readonly at: Instant;
}

export const NOTHING_FLAGGED: ContentHistory = {
  days: [],
  lastScamAt: null,
  lastFlaggedAt: null,
  lastVerdict: 'clean',
  sharedDomainAccounts: 0,
  addressed: [],
};

/** As many days as rules look back on. */
export const CONTENT_HISTORY_DAYS = 30;
/** A row stays small, whomever a spammer writes to: the latest count. */
export const MAX_ADDRESSED = 64;

export const addressedTo = (accountId: string, at: Instant): Addressed => ({
  recipient: hashId(accountId),
  at,
});

export interface ContentFacts {
  readonly scams: number;
  readonly suspects: number;
  readonly lastVerdict: ContentVerdictName;
  /** Minutes since the last scam; null when there was none. */
  readonly scamMinutesAgo: number | null;
  readonly sharedDomainAccounts: number;
}

/** What the history says at a moment: nothing that was written later, nothing older than 30 days. */
export function contentFactsAt(history: ContentHistory, now: Instant): ContentFacts {
  const today = Math.floor(now / DAY);
  let scams = 0;
  let suspects = 0;
  for (const day of history.days) {
    if (day.day > today || day.day <= today - CONTENT_HISTORY_DAYS) continue;
    scams += day.scams;
    suspects += day.suspects;
  }
  const flagged = scams + suspects > 0;
  const { lastScamAt, lastVerdict, sharedDomainAccounts } = history;
  return {
    scams,
    suspects,
    lastVerdict: flagged ? lastVerdict : 'clean',
    scamMinutesAgo:
      scams === 0 || lastScamAt === null || lastScamAt > now ? null : Math.floor((now - lastScamAt) / MINUTE),
    sharedDomainAccounts: flagged ? sharedDomainAccounts : 0,
  };
}

/** Whether the account sent a suspect or scam text to `recipientId` in the last 30 days. */
export function hasAddressed(history: ContentHistory, recipientId: string, now: Instant): boolean {
  if (history.addressed.length === 0) return false;
  const recipient = hashId(recipientId);
  return history.addressed.some(
    (sent) => sent.recipient === recipient && sent.at <= now && sent.at > now - CONTENT_HISTORY_DAYS * DAY,
  );
}

type Packed = [
  days: [day: number, scams: number, suspects: number][],
  lastScamAt: Instant | null,
  lastFlaggedAt: Instant | null,
  lastVerdict: ContentVerdictName,
  sharedDomainAccounts: number,
  addressed: [recipient: number, at: Instant][],
];

export function encodeContentHistory(history: ContentHistory): string {
  if (history.days.length === 0) return '[]';
  const packed: Packed = [
    history.days.map(({ day, scams, suspects }) => [day, scams, suspects]),
    history.lastScamAt,
    history.lastFlaggedAt,
    history.lastVerdict,
    history.sharedDomainAccounts,
    history.addressed.slice(0, MAX_ADDRESSED).map(({ recipient, at }) => [recipient, at]),
  ];
  return JSON.stringify(packed);
}

export function decodeContentHistory(text: string): ContentHistory {
  if (text === '[]') return NOTHING_FLAGGED;
  const [days, lastScamAt, lastFlaggedAt, lastVerdict, sharedDomainAccounts, addressed] = JSON.parse(
    text,
  ) as Packed;
  return {
    days: days.map(([day, scams, suspects]) => ({ day, scams, suspects })),
    lastScamAt,
    lastFlaggedAt,
    lastVerdict,
    sharedDomainAccounts,
    addressed: addressed.map(([recipient, at]) => ({ recipient, at })),
  };
}
