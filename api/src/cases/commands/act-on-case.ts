import type { CaseActionRequest } from '@coinwarden/contracts';
import type { CaseAction } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { appendCaseEvents } from '../persistence/case-events.store.js';
import { updateCase } from '../persistence/case-writes.store.js';
import { lockCase } from '../persistence/cases.store.js';
import { readAssignable } from '../persistence/reviewers.store.js';
import { actorOf, type CaseContext, GIVEN_BACK, invalid, permit, unknownCase } from './case-context.js';
import { MoveCase } from './move-case.js';

type SmallAction = Extract<CaseAction, 'escalate' | 'snooze' | 'wake' | 'reopen' | 'assign' | 'note'>;

/**
 * What staff do to a case besides deciding: under its lock, so that of two who act at once the second sees what the first
 * did. Refusals, in this order: record.unknown, auth.forbidden, action.not_allowed, case.claimed, case.second_person,
 * action.reason_required, case.changed, request.invalid.
 */
@Injectable()
export class ActOnCase {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly moveCase: MoveCase,
    private readonly audit: AuditLog,
  ) {}

  async run(staff: StaffActor, caseId: string, action: SmallAction, body: CaseActionRequest): Promise<void> {
    const at = this.clock.now();
    await this.uow.run(async (tx) => {
      const record = await lockCase(tx, caseId);
      if (record === null) throw unknownCase(caseId);
      permit(action, { record, staff, at, reason: body.reason, revision: body.revision });
      await this.act(tx, action, { record, body, staff, actor: actorOf(staff), at });
    });
  }

  private act(tx: Tx, action: SmallAction, context: CaseContext): Promise<unknown> {
    switch (action) {
      case 'snooze':
        return this.snooze(tx, context);
      case 'assign':
        return this.assign(tx, context);
      case 'note':
        return this.note(tx, context);
      case 'escalate':
        return this.move(tx, action, context, { assignedTo: null });
      case 'wake':
        return this.move(tx, action, context, {});
      case 'reopen':
        return this.move(tx, action, context, { barred: [] });
    }
  }

  private move(
    tx: Tx,
    step: 'escalate' | 'wake' | 'reopen' | 'snooze',
    { record, body, actor, at }: CaseContext,
    changes: object,
  ) {
    const refused = step === 'reopen' ? refuseSecondOpen(tx, record) : Promise.resolve();
    return refused.then(() => this.moveCase.run(tx, record, { step, at, actor, text: body.reason, changes }));
  }

  private snooze(tx: Tx, context: CaseContext) {
    const until = context.body.until === undefined ? Number.NaN : Date.parse(context.body.until);
    if (Number.isNaN(until)) throw invalid('/until', 'is required');
    if (until <= context.at) throw invalid('/until', 'must be in the future');
    return this.move(tx, 'snooze', context, { snoozedUntil: until });
  }

  private async assign(tx: Tx, { record, body, actor, at }: CaseContext): Promise<void> {
    const { assigneeId } = body;
    if (assigneeId === undefined) throw invalid('/assigneeId', 'is required; null gives it to nobody');
    const assignee = assigneeId === null ? null : await readAssignable(tx, assigneeId);
    if (assigneeId !== null && assignee === null) throw invalid('/assigneeId', 'is nobody who works cases');
    const assignedTo = assignee && ({ type: 'staff', id: assignee.id, name: assignee.name } as const);
    const others = record.claimedBy !== null && record.claimedBy.id !== assignee?.id;
    await updateCase(tx, { ...record, ...(others && GIVEN_BACK), assignedTo, changedAt: at });
    const details = { assigneeId, assignee: assignee?.name ?? null };
    await this.tell(tx, { record, actor, at }, { kind: 'assigned', text: body.reason ?? null, details });
  }

  private async note(tx: Tx, { record, body, actor, at }: CaseContext): Promise<void> {
    if (body.text === undefined) throw invalid('/text', 'is required');
    await this.tell(tx, { record, actor, at }, { kind: 'note', text: body.text, details: {} });
  }

  private async tell(
    tx: Tx,
    { record, actor, at }: Pick<CaseContext, 'record' | 'actor' | 'at'>,
    event: { kind: 'assigned' | 'note'; text: string | null; details: Record<string, unknown> },
  ): Promise<void> {
    const { accountId, caseId } = record;
    await appendCaseEvents(tx, [{ accountId, caseId, at, actor, ...event }]);
    await this.audit.append(tx, {
      actor: { type: actor.type, id: actor.id },
      action: event.kind === 'note' ? 'case.note' : 'case.assign',
      subject: { type: 'case', id: caseId },
      details: { accountId, ...event.details },
    });
  }
}

/** Only one case of an account and queue gathers alerts: what came up since is worked on in that one. */
async function refuseSecondOpen(tx: Tx, record: CaseContext['record']): Promise<void> {
  const rows = await tx.query<{ case_id: string }>(
    `SELECT case_id FROM cases WHERE account_id = $1 AND queue_id = $2 AND origin = 'review'
       AND status IN ('open', 'snoozed', 'escalated', 'second_look')`,
    [record.accountId, record.queueId],
  );
  if (rows.length > 0)
    throw new ProblemError(
      'record.conflict',
      `The account has an open case in this queue: ${rows[0]!.case_id}.`,
    );
}
