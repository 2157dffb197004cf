import type { AppealRequest, CaseActionRequest } from '@coinwarden/contracts';
import { DAY } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { ApiKeyActor, StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { idAt } from '../../platform/database/ids.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import {
  type AppealRecord,
  findAppealable,
  insertAppeal,
  readAppealOf,
} from '../persistence/appeals.store.js';
import { readLastDecision } from '../persistence/case-decisions.store.js';
import { type CaseActor, type CaseRecord, lockCase } from '../persistence/cases.store.js';
import { actorOf, permit, unknownCase } from './case-context.js';
import { MoveCase } from './move-case.js';

/** What a user may expect, and when somebody should start so that it holds. */
const ANSWERED_WITHIN = 3 * DAY;
const STARTED_WITHIN = 1 * DAY;

export interface OpenedAppeal {
  readonly appeal: AppealRecord;
  /** False when there was one already. */
  readonly created: boolean;
}

/** Opens an appeal against the last decision of a case; against one decision there is never more than one. */
@Injectable()
export class OpenAppeal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly moveCase: MoveCase,
    private readonly outbox: Outbox,
  ) {}

  /** Refusals, in this order: record.unknown (another account’s case), appeal.not_possible. */
  byPlatform(key: ApiKeyActor, request: AppealRequest): Promise<OpenedAppeal> {
    return this.uow.run(async (tx) => {
      const caseId = await findAppealable(tx, request);
      const record = caseId === null ? null : await lockCase(tx, caseId);
      if (record === null) throw notPossible();
      const known = await this.known(tx, record);
      if (known !== null) return { appeal: known, created: false };
      const actor = { type: 'api_key', id: key.id, name: key.name } as const;
      return { appeal: await this.open(tx, record, { actor, statement: request.statement }), created: true };
    });
  }

  byStaff(staff: StaffActor, caseId: string, { reason }: CaseActionRequest): Promise<AppealRecord> {
    return this.uow.run(async (tx) => {
      const record = await lockCase(tx, caseId);
      if (record === null) throw unknownCase(caseId);
      const appealable = (await this.known(tx, record)) === null && (await appealed(tx, record)) !== null;
      permit('appeal', { record, staff, at: this.clock.now(), appealable, reason });
      return this.open(tx, record, { actor: actorOf(staff), statement: reason! });
    });
  }

  /** The appeal that there is against the decision that counts. */
  private async known(tx: Tx, { caseId, decisionNo }: CaseRecord): Promise<AppealRecord | null> {
    const appeal = await readAppealOf(tx, caseId);
    return appeal?.decisionNo === decisionNo ? appeal : null;
  }

  private async open(
    tx: Tx,
    record: CaseRecord,
    { actor, statement }: { actor: CaseActor; statement: string },
  ): Promise<AppealRecord> {
    const decision = record.status === 'decided' ? await appealed(tx, record) : null;
    if (decision === null) throw notPossible();
    const at = this.clock.now();
    const { accountId, caseId } = record;
    const appeal: AppealRecord = {
      accountId,
      appealId: idAt(at),
      caseId,
      decisionNo: decision.decisionNo,
      status: 'open',
      statement,
      openedBy: actor,
      openedAt: at,
      dueAt: at + ANSWERED_WITHIN,
      decidedBy: null,
      decidedAt: null,
      answer: null,
      undone: [],
    };
    await insertAppeal(tx, appeal);
    const { appealId } = appeal;
    await this.outbox.append(tx, 'case.changed', { accountId, caseId, news: 'appeal_opened', appealId });
    const changes = { workBy: at + STARTED_WITHIN, dueAt: appeal.dueAt };
    const details = { appealId, decisionNo: appeal.decisionNo };
    await this.moveCase.run(tx, record, { step: 'appeal', at, actor, text: statement, details, changes });
    return appeal;
  }
}

/** The decision that counts, when it took something from the account. */
async function appealed(tx: Tx, { caseId, decisionNo }: CaseRecord) {
  const decision = await readLastDecision(tx, caseId);
  return decision?.status === 'final' && decision.adverse && decision.decisionNo === decisionNo
    ? decision
    : null;
}

const notPossible = () =>
  new ProblemError('appeal.not_possible', 'No decision against this account waits to be appealed.');
