import {
  ACCOUNT_ACTIONS,
  CASE_EVENT_KINDS,
  CASE_VERDICTS,
  CONTENT_KINDS,
  CONTENT_VERDICTS,
  CREDENTIALS,
  DISPUTE_EVENT_KINDS,
  LIST_NAMES,
  OUTCOMES,
  PERSONAL_DETAILS,
  REFUND_EVENT_KINDS,
  SECURITY_EVENT_TYPES,
  STEP_UP_METHODS,
  TIMELINE_KINDS,
  TRANSACTION_KINDS,
  TRANSACTION_STATUSES,
} from '@coinwarden/domain';
import { z } from 'zod';
import { amount, instant, money } from '../primitives.js';
import { takeoverPlace } from './account-security.js';

/** Who did something: a person or a key by name, or what the system was doing. */
const actor = z
  .object({ type: z.enum(['staff', 'api_key', 'system']), id: z.string(), name: z.string().nullable() })
  .meta({ id: 'TimelineActor' });
export type TimelineActor = z.infer<typeof actor>;

const common = { id: z.string(), at: instant };
/** What somebody did, and what they said to it. */
const done = { ...common, actor, text: z.string().nullable() };
const moved = {
  transactionId: z.string(),
  transactionKind: z.enum(TRANSACTION_KINDS),
  coins: amount,
  diamonds: amount,
  money: money.nullable(),
};

/** One event of an account's timeline. */
export const timelineEvent = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('transaction'),
      ...common,
      ...moved,
      outcome: z.enum(OUTCOMES),
      status: z.enum(TRANSACTION_STATUSES),
      counterpartyId: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('review'),
      ...common,
      ...moved,
      end: z.enum(['released', 'declined']),
      /** Null when nobody is named for it. */
      actor: actor.nullable(),
      text: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('refund'),
      ...done,
      refundId: z.string(),
      event: z.enum(REFUND_EVENT_KINDS),
      money,
    }),
    z.object({
      kind: z.literal('dispute'),
      ...done,
      disputeId: z.string(),
      event: z.enum(DISPUTE_EVENT_KINDS),
      money,
    }),
    z.object({
      kind: z.literal('case'),
      ...done,
      caseId: z.string(),
      event: z.enum(CASE_EVENT_KINDS),
      /** Of a decision. */
      verdict: z.enum(CASE_VERDICTS).nullable(),
      /** Of an alert that joined. */
      reasonCode: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('report'),
      ...common,
      reporterId: z.string().nullable(),
      reason: z.string().nullable(),
      text: z.string().nullable(),
      scanId: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('content'),
      ...common,
      scanId: z.string(),
      contentKind: z.enum(CONTENT_KINDS),
      verdict: z.enum(CONTENT_VERDICTS),
      review: z.enum(['confirmed', 'cleared']).nullable(),
      excerpt: z.string(),
    }),
    z.object({
      kind: z.literal('security'),
      ...common,
      type: z.enum(SECURITY_EVENT_TYPES),
      place: takeoverPlace.nullable(),
      credential: z.enum(CREDENTIALS).nullable(),
      method: z.enum(STEP_UP_METHODS).nullable(),
      outcome: z.enum(['passed', 'failed']).nullable(),
    }),
    z.object({ kind: z.literal('enforcement'), ...done, action: z.enum(ACCOUNT_ACTIONS) }),
    z.object({ kind: z.literal('limit'), ...done, action: z.string(), layer: z.string().nullable() }),
    z.object({ kind: z.literal('exclusion'), ...done, until: instant.nullable() }),
    z.object({
      kind: z.literal('list_entry'),
      ...done,
      entryId: z.string(),
      list: z.enum(LIST_NAMES),
      expiresAt: instant.nullable(),
    }),
    z.object({ kind: z.literal('reveal'), ...done, detail: z.enum(PERSONAL_DETAILS) }),
    z.object({ kind: z.literal('note'), ...done, noteId: z.string(), pinned: z.boolean() }),
    z.object({ kind: z.literal('registered'), ...common }),
  ])
  .meta({ id: 'TimelineEvent' });
export type TimelineEvent = z.infer<typeof timelineEvent>;

/** A list in one parameter, `kinds=refund,dispute`. */
const kinds = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(TIMELINE_KINDS)).min(1));

/**
 * `GET /staff/accounts/{id}/timeline`: newest first. `before` is the `nextCursor` of the page before, or a moment to begin
 * at. Without `kinds` it is all of them.
 */
export const accountTimelineQuery = z
  .strictObject({
    kinds: kinds.optional(),
    before: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .meta({ id: 'AccountTimelineQuery' });
export type AccountTimelineQuery = z.infer<typeof accountTimelineQuery>;

export const accountTimeline = z
  .object({
    items: z.array(timelineEvent),
    nextCursor: z.string().nullable(),
    /** Kinds that were asked for and that the reader may not read. */
    withheld: z.array(z.enum(TIMELINE_KINDS)),
  })
  .meta({ id: 'AccountTimeline' });
export type AccountTimeline = z.infer<typeof accountTimeline>;
