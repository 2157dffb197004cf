import {
  ACCOUNT_STATUSES,
  AGE_BANDS,
  ALERT_KINDS,
  CASE_ACTIONS,
  CASE_EVENT_KINDS,
  CASE_STATUSES,
  CASE_VERDICTS,
  TRANSACTION_KINDS,
  TRANSACTION_STATUSES,
} from '@coinwarden/domain';
import { z } from 'zod';
import { appeal } from '../appeals.js';
import { amount, instant, money } from '../primitives.js';
import { reason } from '../transactions.js';
import { measure, staffCaseMacro, staffCasePolicy } from './case-guidance.js';

/** Who did something; `name` is a person's, a key's, or what the system was doing. */
export const caseActor = z
  .object({ type: z.enum(['staff', 'api_key', 'system']), id: z.string(), name: z.string() })
  .meta({ id: 'CaseActor' });
export type CaseActorView = z.infer<typeof caseActor>;

/**
 * A row of the staff list `cases`. Filters: `id accountId queueId status verdict kind claimedById assignedToId decidedById`,
 * `open overdue claimed` (booleans), `from` and `to` (of `openedAt`), `q` (an id of case, account or transaction). Sorts:
 * `id workBy dueAt valueAtRisk`. A blind sample looks like any open case to whoever does not hold `case.quality`.
 */
export const staffCase = z
  .object({
    id: z.string(),
    accountId: z.string(),
    queueId: z.string(),
    status: z.enum(CASE_STATUSES),
    /** Counts every change; `decide` may name the one it was taken on. */
    revision: z.int(),
    openedAt: instant,
    changedAt: instant,
    kinds: z.array(z.enum(ALERT_KINDS)),
    language: z.string().nullable(),
    alerts: z.int(),
    /** Not resolved by themselves. */
    liveAlerts: z.int(),
    /** The strongest alert's reason. */
    headline: z.object({ code: z.string(), message: z.string() }).nullable(),
    score: z.int(),
    valueAtRiskUsdMinor: amount,
    /** 0 … 1000. */
    urgency: z.int(),
    /** By when it should be in somebody's hands; queues hand out by this. */
    workBy: instant,
    dueAt: instant,
    overdue: z.boolean(),
    /** Null when nobody has it, or the lease has run out. */
    claim: z.object({ by: caseActor, until: instant, mine: z.boolean() }).nullable(),
    assignedTo: caseActor.nullable(),
    snoozedUntil: instant.nullable(),
    earlierCaseId: z.string().nullable(),
    mergedInto: z.string().nullable(),
    /** The case it looks at a second time; only for holders of `case.quality`. */
    sampleOf: z.string().nullable(),
    verdict: z.enum(CASE_VERDICTS).nullable(),
    decidedAt: instant.nullable(),
    decidedBy: caseActor.nullable(),
    allowedActions: z.array(z.enum(CASE_ACTIONS)),
  })
  .meta({ id: 'StaffCase' });
export type StaffCase = z.infer<typeof staffCase>;

export const staffCaseAlert = z
  .object({
    alertId: z.string(),
    kind: z.enum(ALERT_KINDS),
    key: z.string(),
    score: z.int(),
    reason,
    valueAtRiskUsdMinor: amount,
    raisedAt: instant,
    dueAt: instant.nullable(),
    transactionId: z.string().nullable(),
    scanId: z.string().nullable(),
    language: z.string().nullable(),
    resolvedAt: instant.nullable(),
    /** How it ended without this case: `released`, `declined`, `expired` …; null while it has not. */
    resolution: z.string().nullable(),
  })
  .meta({ id: 'StaffCaseAlert' });
export type StaffCaseAlert = z.infer<typeof staffCaseAlert>;

/** A transaction that an alert of the case is about. */
export const staffCaseTransaction = z
  .object({
    transactionId: z.string(),
    kind: z.enum(TRANSACTION_KINDS),
    status: z.enum(TRANSACTION_STATUSES),
    score: z.int(),
    coins: amount,
    diamonds: amount,
    money: money.nullable(),
    counterpartyId: z.string().nullable(),
    decidedAt: instant,
    /** While it waits for a person: when that ends by itself. */
    heldUntil: instant.nullable(),
  })
  .meta({ id: 'StaffCaseTransaction' });
export type StaffCaseTransaction = z.infer<typeof staffCaseTransaction>;

/** What one measure did to one thing. */
export const caseEffect = z
  .object({
    type: z.string(),
    /** `skipped`: there was nothing left to do it to, `why` says so. */
    outcome: z.enum(['done', 'skipped']),
    subject: z.object({ type: z.string(), id: z.string() }),
    why: z.string().nullable(),
  })
  .meta({ id: 'CaseEffect' });
export type CaseEffectView = z.infer<typeof caseEffect>;

export const caseDecision = z
  .object({
    decisionNo: z.int(),
    /** `proposed` waits for a second person; `reversed` was appealed. */
    status: z.enum(['proposed', 'final', 'sent_back', 'reversed']),
    verdict: z.enum(CASE_VERDICTS),
    policy: z.object({ code: z.string(), version: z.int(), title: z.string() }),
    macro: z.object({ id: z.string(), version: z.int() }).nullable(),
    measures: z.array(measure),
    effects: z.array(caseEffect),
    note: z.string().nullable(),
    decidedBy: caseActor,
    decidedAt: instant,
    confirmedBy: caseActor.nullable(),
    confirmedAt: instant.nullable(),
  })
  .meta({ id: 'CaseDecision' });
export type CaseDecisionView = z.infer<typeof caseDecision>;

/** One line of a case's timeline, append-only. */
export const caseEvent = z
  .object({
    eventId: z.string(),
    kind: z.enum(CASE_EVENT_KINDS),
    at: instant,
    actor: caseActor,
    /** A note's text, or the reason that was given. */
    text: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'CaseEvent' });
export type CaseEventView = z.infer<typeof caseEvent>;

export const casePresence = z.object({ staffId: z.string(), name: z.string(), seenAt: instant });

/** `GET /staff/cases/{id}`. */
export const staffCaseDetail = staffCase
  .extend({
    queue: z.object({ id: z.string(), name: z.string(), slaMinutes: z.int(), leaseSeconds: z.int() }),
    /** Null for an account that is not known here. */
    subject: z
      .object({
        accountId: z.string(),
        displayName: z.string().nullable(),
        status: z.enum(ACCOUNT_STATUSES),
        creator: z.boolean(),
        country: z.string(),
        ageBand: z.enum(AGE_BANDS),
        createdAt: instant,
      })
      .nullable(),
    /** Newest first, 500 at most. */
    alertList: z.array(staffCaseAlert),
    /** Newest first, 200 at most. */
    transactions: z.array(staffCaseTransaction),
    /** Oldest first; none on a blind sample. */
    decisions: z.array(caseDecision),
    /** Oldest first; notes among them. */
    timeline: z.array(caseEvent),
    /** Other cases of the account, newest first. */
    related: z.array(
      staffCase.pick({
        id: true,
        queueId: true,
        status: true,
        openedAt: true,
        headline: true,
        verdict: true,
        decidedAt: true,
      }),
    ),
    appeal: appeal.nullable(),
    /** Guidance and macros that fit the case. */
    policies: z.array(staffCasePolicy),
    macros: z.array(staffCaseMacro),
    /** Who else has it open now. */
    presence: z.array(casePresence),
    /** A decision of this value that moves money waits for a second person. */
    needsSecondLook: z.boolean(),
  })
  .meta({ id: 'StaffCaseDetail' });
export type StaffCaseDetail = z.infer<typeof staffCaseDetail>;
