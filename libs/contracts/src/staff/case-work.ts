import { CASE_STATUSES, CASE_VERDICTS } from '@coinwarden/domain';
import { z } from 'zod';
import { appeal } from '../appeals.js';
import { instant, longText, storableText } from '../primitives.js';
import { problem } from '../problems.js';
import { measure } from './case-guidance.js';
import { caseActor, casePresence, staffCase } from './cases.js';

/** What somebody decides. A macro brings what is left out; what is said beside it counts. */
export const caseDecisionRequest = z
  .strictObject({
    macroId: storableText(64).min(1).optional(),
    verdict: z.enum(CASE_VERDICTS).optional(),
    /** The code of the policy it follows. */
    policy: storableText(64).min(1).optional(),
    measures: z.array(measure).max(10).optional(),
    note: longText.trim().min(1).optional(),
    /** 409 `case.changed` when the case is no longer at this revision. */
    revision: z.int().optional(),
    /** Names the attempt: sent again, it answers what became of it and decides nothing anew. */
    requestId: z.uuid().optional(),
  })
  .meta({ id: 'CaseDecisionRequest' });
export type CaseDecisionRequest = z.infer<typeof caseDecisionRequest>;

/**
 * `POST /staff/cases/{id}/actions/{action}` → the detail. `decide` takes a decision; `escalate`, `send_back`, `reopen`, `appeal`,
 * `grant` and `deny` say why; `snooze` needs `until`, `merge` `into` (another open case of the account), `assign` `assigneeId`
 * (null: nobody), `note` `text`.
 */
export const caseActionRequest = caseDecisionRequest
  .extend({
    reason: longText.trim().min(1).optional(),
    until: instant.optional(),
    into: z.uuid().optional(),
    assigneeId: storableText(64).nullable().optional(),
    text: longText.trim().min(1).optional(),
  })
  .meta({ id: 'CaseActionRequest' });
export type CaseActionRequest = z.infer<typeof caseActionRequest>;

/** `POST /staff/cases/{id}/heartbeat`, every 15 seconds while it is open on somebody's screen: also extends their lease. */
export const caseHeartbeat = z
  .object({
    revision: z.int(),
    status: z.enum(CASE_STATUSES),
    claim: staffCase.shape.claim,
    presence: z.array(casePresence),
  })
  .meta({ id: 'CaseHeartbeat' });
export type CaseHeartbeat = z.infer<typeof caseHeartbeat>;

/**
 * `POST /staff/cases/bulk-decide`: each case for itself; 200 with what became of each, in their order. With a `requestId` in the
 * decision it may be sent again until an answer comes.
 */
export const caseBulkRequest = z
  .strictObject({
    ids: z.array(z.uuid()).min(1).max(100),
    /** By id, the revision that was looked at: a case that has changed since is refused with `case.changed`. */
    revisions: z.record(z.uuid(), z.int()).optional(),
    decision: caseDecisionRequest.omit({ revision: true }),
  })
  .meta({ id: 'CaseBulkRequest' });
export type CaseBulkRequest = z.infer<typeof caseBulkRequest>;

export const caseBulkAnswer = z
  .object({
    results: z.array(
      z.object({
        id: z.string(),
        status: z.enum(CASE_STATUSES).nullable(),
        problem: problem.pick({ code: true, title: true, detail: true, errors: true }).nullable(),
      }),
    ),
  })
  .meta({ id: 'CaseBulkAnswer' });
export type CaseBulkAnswer = z.infer<typeof caseBulkAnswer>;

/** `GET /staff/cases/{id}/similar`: decided cases of other accounts with the same strongest reason, newest first. */
export const similarCase = staffCase
  .pick({ id: true, accountId: true, queueId: true, headline: true, verdict: true, decidedAt: true })
  .extend({ policy: z.string(), measures: z.array(z.string()) })
  .meta({ id: 'SimilarCase' });
export type SimilarCase = z.infer<typeof similarCase>;

/** A row of the staff list `case-appeals`. Filters: `id accountId caseId status overdue`. Sorts: `id dueAt`. */
export const staffAppeal = appeal
  .extend({ id: z.string(), openedBy: caseActor, decidedBy: caseActor.nullable(), overdue: z.boolean() })
  .meta({ id: 'StaffAppeal' });
export type StaffAppeal = z.infer<typeof staffAppeal>;
