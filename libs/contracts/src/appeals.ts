import { ALERT_KINDS, CASE_STATUSES, CASE_VERDICTS, MEASURE_TYPES } from '@coinwarden/domain';
import { z } from 'zod';
import { id, instant, longText } from './primitives.js';

export const APPEAL_STATUSES = ['open', 'granted', 'denied'] as const;

/**
 * `POST /v1/appeals`: a user disagrees with a decision. It names the case that the platform was told of (`case.decided`), or
 * one of its transactions; with neither it is the latest decision against the account. Asked again about the same decision,
 * the answer is the appeal that there is.
 */
export const appealRequest = z
  .strictObject({
    accountId: id,
    caseId: z.uuid().optional(),
    transactionId: z.uuid().optional(),
    /** What the user says, in their words. */
    statement: longText.trim().min(1),
  })
  .meta({ id: 'AppealRequest' });
export type AppealRequest = z.infer<typeof appealRequest>;

/** What was undone of a decision, and what could not be. */
export const undoneEffect = z
  .object({
    type: z.string(),
    outcome: z.enum(['undone', 'kept']),
    /** Why it was kept, or what the undoing came to. */
    why: z.string().nullable(),
    subject: z.object({ type: z.string(), id: z.string() }),
  })
  .meta({ id: 'UndoneEffect' });
export type UndoneEffectView = z.infer<typeof undoneEffect>;

/** 201, or 200 when there was one already. Also `GET /v1/appeals/{appealId}`. */
export const appeal = z
  .object({
    appealId: z.string(),
    accountId: z.string(),
    caseId: z.string(),
    status: z.enum(APPEAL_STATUSES),
    verdict: z.enum(CASE_VERDICTS),
    statement: z.string(),
    openedAt: instant,
    dueAt: instant,
    decidedAt: instant.nullable(),
    /** What the one who decided it says; null while it is open. */
    answer: z.string().nullable(),
    undone: z.array(undoneEffect),
  })
  .meta({ id: 'Appeal' });
export type Appeal = z.infer<typeof appeal>;

/** A case as the platform is told of it. */
export const caseTold = z
  .object({
    caseId: z.string(),
    accountId: z.string(),
    status: z.enum(CASE_STATUSES),
    kinds: z.array(z.enum(ALERT_KINDS)),
    openedAt: instant,
    verdict: z.enum(CASE_VERDICTS).nullable(),
    /** The policy that its decision follows, and what was done; null before. */
    policy: z.object({ code: z.string(), title: z.string() }).nullable(),
    measures: z.array(z.enum(MEASURE_TYPES)),
    decidedAt: instant.nullable(),
    appeal: appeal.nullable(),
  })
  .meta({ id: 'CaseTold' });
export type CaseTold = z.infer<typeof caseTold>;
