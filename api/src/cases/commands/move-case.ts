import {
  afterCaseStep,
  CASE_MACHINE,
  type CaseEventKind,
  type CaseMove,
  type CaseStep,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { appendCaseEvents } from '../persistence/case-events.store.js';
import { updateCase } from '../persistence/case-writes.store.js';
import type { CaseActor, CaseRecord } from '../persistence/cases.store.js';
import { GIVEN_BACK } from './case-context.js';

export interface CaseMoving {
  readonly step: CaseMove | CaseStep;
  readonly at: number;
  readonly actor: CaseActor;
  readonly text?: string | null | undefined;
  readonly details?: Readonly<Record<string, unknown>>;
  /** What else changes about the case with it. */
  readonly changes?: Partial<CaseRecord>;
}

const EVENT_OF: Readonly<Record<CaseMoving['step'], CaseEventKind>> = {
  decide: 'decided',
  propose: 'proposed',
  confirm: 'decided',
  send_back: 'sent_back',
  escalate: 'escalated',
  snooze: 'snoozed',
  wake: 'woken',
  merge: 'merged',
  close: 'closed',
  reopen: 'reopened',
  appeal: 'appeal_opened',
  grant: 'appeal_granted',
  deny: 'appeal_denied',
};

/**
 * Takes a locked case one step along its machine: its row, its timeline and the audit entry, in the caller's transaction.
 * Whoever had it claimed has not any more. Call it last, because the audit log's head stays locked until the commit.
 */
@Injectable()
export class MoveCase {
  constructor(private readonly audit: AuditLog) {}

  async run(tx: Tx, record: CaseRecord, moving: CaseMoving): Promise<CaseRecord> {
    const { step, at, actor, text = null, details = {} } = moving;
    const { from, to } = CASE_MACHINE.transitions[step];
    if (!(from as readonly string[]).includes(record.status))
      throw new ProblemError('action.not_allowed', `A case that is ${record.status} cannot be ${to}.`);
    const after = afterCaseStep(step, record.escalated);
    const moved = await updateCase(tx, {
      ...record,
      ...GIVEN_BACK,
      snoozedUntil: null,
      ...moving.changes,
      ...after,
      changedAt: at,
    });
    const { accountId, caseId } = record;
    await appendCaseEvents(tx, [{ accountId, caseId, kind: EVENT_OF[step], at, actor, text, details }]);
    await this.audit.append(tx, {
      actor: { type: actor.type, id: actor.id },
      action: `case.${step}`,
      subject: { type: 'case', id: caseId },
      reason: text,
      details: { accountId, from: record.status, to: after.status, ...details },
    });
    return moved;
  }
}
