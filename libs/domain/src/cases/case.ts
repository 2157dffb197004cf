import type { Instant } from '../kernel/time.js';

/**
 * A case gathers what is suspicious about one account, for one queue of people. At most one case of an account and queue
 * is open at a time: what is raised meanwhile joins it, so nobody works twice on the same account without knowing.
 *
 * `open`, `escalated` and `second_look` wait for a person, `snoozed` for a moment; `decided` has an outcome, `closed`
 * needs none any more, `merged` lives on in another case, `appealed` is a decided one that is being looked at again.
 * Who has it claimed is no status but a lease beside it.
 */
export const CASE_STATUSES = [
  'open',
  'snoozed',
  'escalated',
  'second_look',
  'decided',
  'closed',
  'merged',
  'appealed',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** New alerts of the account join a case in one of these. */
export const GATHERING_STATUSES = [
  'open',
  'snoozed',
  'escalated',
  'second_look',
] as const satisfies CaseStatus[];

/** Somebody may claim it. */
export const WORKABLE_STATUSES = [
  'open',
  'escalated',
  'second_look',
  'appealed',
] as const satisfies CaseStatus[];

export const isGathering = (status: CaseStatus): boolean =>
  (GATHERING_STATUSES as readonly CaseStatus[]).includes(status);
export const isWorkable = (status: CaseStatus): boolean =>
  (WORKABLE_STATUSES as readonly CaseStatus[]).includes(status);

/** `review` is ordinary work; a `sample` asks another person about a decided case again, without telling them. */
export const CASE_ORIGINS = ['review', 'sample'] as const;
export type CaseOrigin = (typeof CASE_ORIGINS)[number];

/** Why the case is, or is not: what the person found. */
export const CASE_VERDICTS = ['confirmed', 'cleared', 'inconclusive'] as const;
export type CaseVerdict = (typeof CASE_VERDICTS)[number];

/** A person's hold on a case, until it runs out or is given back. */
export interface Lease {
  readonly staffId: string;
  readonly until: Instant;
}

export const CASE_EVENT_KINDS = [
  'opened',
  'alert_added',
  'alert_resolved',
  'claimed',
  'released',
  'assigned',
  'moved',
  'note',
  'snoozed',
  'woken',
  'escalated',
  'proposed',
  'sent_back',
  'decided',
  'closed',
  'reopened',
  'merged',
  'sampled',
  'appeal_opened',
  'appeal_granted',
  'appeal_denied',
] as const;
export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number];
