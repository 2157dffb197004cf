import { ALERT_KINDS } from '@coinwarden/domain';
import { z } from 'zod';
import { amount, instant, shortText } from '../primitives.js';

const code = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/, { message: 'must be lower-case words joined by hyphens' });
const language = z.string().regex(/^[a-z]{2,3}$/, { message: 'must be a primary language such as "de"' });

const queueRules = {
  name: shortText.trim().min(1),
  /** Takes no new alerts; what is in it is worked as before. */
  paused: z.boolean().default(false),
  /** What a reviewer must have to be handed its cases; null: nothing. */
  skill: code.nullable(),
  /** Empty: all. */
  kinds: z.array(z.enum(ALERT_KINDS)).max(ALERT_KINDS.length),
  languages: z.array(language).max(50),
  minScore: z.int().min(0).max(1_000),
  minValueUsdMinor: amount,
  slaMinutes: z
    .int()
    .min(1)
    .max(60 * 24 * 365),
  leaseSeconds: z.int().min(30).max(3_600),
  /** Of a thousand decided cases, how many are shown to another person again. */
  samplePermille: z.int().min(0).max(1_000),
  /** From this value on a decision that moves money needs a second person; null: never. */
  secondLookUsdMinor: amount.nullable(),
};

const position = z.int().min(0).max(1_000_000);

/**
 * `PUT /staff/queues/{queue}` makes or changes a queue; needs `case.lead`. Cases keep the queue they are in. Alerts are
 * offered to the queues in the order of `position`; the last takes what no other wants. Without it a queue keeps its place,
 * and a new one comes before the last.
 */
export const caseQueueRequest = z
  .strictObject({
    ...queueRules,
    position: position.optional(),
    /** The revision it was made on, 0 for a new queue; 409 `record.conflict` when there is another by now. */
    basedOn: z.int().min(0).optional(),
  })
  .meta({ id: 'CaseQueueRequest' });
export type CaseQueueRequest = z.infer<typeof caseQueueRequest>;

export const caseQueueId = code;

/**
 * `POST /staff/queues/{queue}/actions/retire`: it takes nothing any more, and what waits in it goes to the queue `into`, joining the
 * account's open case there. 409 `record.conflict` while somebody works on a case that would have to be joined. Decided cases keep
 * its name; a `PUT` brings it back. Needs `case.lead`.
 */
export const caseQueueRetirement = z
  .strictObject({
    into: code,
    reason: shortText.trim().min(1).optional(),
    basedOn: z.int().min(0).optional(),
  })
  .meta({ id: 'CaseQueueRetirement' });
export type CaseQueueRetirement = z.infer<typeof caseQueueRetirement>;

/**
 * A row of the staff list `queues`, in their order, with what waits in them now. `waiting` counts what somebody could be
 * handed; `mine` what the one who asks could be.
 */
export const staffQueue = z
  .object({
    id: z.string(),
    ...queueRules,
    position,
    paused: z.boolean(),
    revision: z.int(),
    changedAt: instant,
    /** Null: as it came with the product. */
    changedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
    waiting: z.int(),
    mine: z.int(),
    claimed: z.int(),
    snoozed: z.int(),
    overdue: z.int(),
    oldestOpenedAt: instant.nullable(),
    nextDueAt: instant.nullable(),
    /** The queue that its cases went to; null while it is worked. Retired queues come last. */
    retiredInto: z.string().nullable(),
    allowedActions: z.array(z.enum(['next', 'edit', 'retire', 'bring_back'])),
  })
  .meta({ id: 'StaffQueue' });
export type StaffQueue = z.infer<typeof staffQueue>;

/** `GET /staff/case-reviewers`, and `PUT /staff/case-reviewers/{staffId}` for holders of `case.lead`. */
export const caseReviewer = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.string(),
    /** Null: never said, so everything. */
    skills: z.array(z.string()).nullable(),
    languages: z.array(z.string()).nullable(),
  })
  .meta({ id: 'CaseReviewer' });
export type CaseReviewer = z.infer<typeof caseReviewer>;

export const caseReviewerRequest = z
  .strictObject({ skills: z.array(code).max(50), languages: z.array(language).max(50) })
  .meta({ id: 'CaseReviewerRequest' });
export type CaseReviewerRequest = z.infer<typeof caseReviewerRequest>;

/** `POST /staff/queues/order`, `POST /staff/case-macros/order`: all of them, each once; needs `case.lead`. */
export const caseOrderRequest = z
  .strictObject({ ids: z.array(z.string().min(1).max(64)).min(1).max(1_000) })
  .meta({ id: 'CaseOrderRequest' });
export type CaseOrderRequest = z.infer<typeof caseOrderRequest>;

const shift = z.object({ queueId: z.string(), alerts: z.int() });

/**
 * `POST /staff/queues/{queue}/preview` with what a `PUT` would set: where the alerts since `from` would have gone. `before` and
 * `after` are those of this queue. Changes nothing; needs `case.lead`.
 */
export const caseQueuePreview = z
  .object({
    from: instant,
    alerts: z.int(),
    before: z.int(),
    after: z.int(),
    /** From which queues it would take them. */
    gains: z.array(shift),
    /** To which queues it would leave them. */
    losses: z.array(shift),
  })
  .meta({ id: 'CaseQueuePreview' });
export type CaseQueuePreview = z.infer<typeof caseQueuePreview>;
