import type { CaseQueueRequest, CaseReviewer, CaseReviewerRequest } from '@coinwarden/contracts';
import { type CaseQueue, isRetired, withQueue } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { lockQueues, orderQueues, readQueues, writeQueue } from '../persistence/case-queues.store.js';
import { readAssignable, writeReviewer } from '../persistence/reviewers.store.js';
import { conflict, invalid } from './case-context.js';
import { expectAllOnce } from './expect-all-once.js';

/** Says what queues take and what people can be handed. Cases that are open stay where they are. */
@Injectable()
export class SetUpQueues {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  queue(staff: StaffActor, queueId: string, request: CaseQueueRequest): Promise<void> {
    return this.uow.run(async (tx) => {
      await lockQueues(tx);
      const queues = await readQueues(tx);
      const known = queues.find((one) => one.queueId === queueId);
      if (request.basedOn !== undefined && request.basedOn !== (known?.revision ?? 0))
        throw conflict('Somebody has changed this queue meanwhile.');
      const others = queues.filter((one) => one !== known);
      if (others.some(({ position }) => position === request.position))
        throw invalid('/position', 'is another queue’s');
      const behind = Math.max(0, ...queues.map(({ position }) => position + 1));
      const isNew = !known || isRetired(known);
      const queue = queueOf(queueId, request, known?.position ?? behind);
      await writeQueue(tx, queue, { at: this.clock.now(), by: { id: staff.id, name: staff.name } });
      if (isNew && request.position === undefined)
        await orderQueues(
          tx,
          withQueue(queues, queue).map((one) => one.queueId),
        );
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: 'case_queue.set',
        subject: { type: 'case_queue', id: queueId },
        details: { ...request },
      });
    });
  }

  /** Puts all queues in this order. Throws `request.invalid` unless each is named once. */
  order(staff: StaffActor, queueIds: readonly string[]): Promise<void> {
    return this.uow.run(async (tx) => {
      await lockQueues(tx);
      const queues = await readQueues(tx);
      const idsOf = (some: typeof queues) => some.map(({ queueId }) => queueId);
      expectAllOnce(queueIds, idsOf(queues.filter((queue) => !isRetired(queue))));
      await orderQueues(tx, [...queueIds, ...idsOf(queues.filter(isRetired))]);
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: 'case_queue.ordered',
        subject: { type: 'case_queue', id: queueIds[0]! },
        details: { ids: [...queueIds] },
      });
    });
  }

  reviewer(staff: StaffActor, staffId: string, request: CaseReviewerRequest): Promise<CaseReviewer> {
    return this.uow.run(async (tx) => {
      const found = await readAssignable(tx, staffId);
      if (found === null)
        throw new ProblemError('record.unknown', `Nobody who works cases has the id ${staffId}.`);
      await writeReviewer(tx, { staffId: found.id, ...request, at: this.clock.now() });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: 'case_reviewer.set',
        subject: { type: 'staff', id: found.id },
        details: { ...request },
      });
      return { ...found, ...request };
    });
  }
}

/** What was asked for as a queue; `place` where nothing is said about its position. */
export function queueOf(queueId: string, request: CaseQueueRequest, place: number): CaseQueue {
  const { minValueUsdMinor, secondLookUsdMinor, position = place, basedOn: _, ...rules } = request;
  return {
    ...rules,
    queueId,
    position,
    retiredInto: null,
    minValueUsdMinor: BigInt(minValueUsdMinor),
    secondLookUsdMinor: secondLookUsdMinor === null ? null : BigInt(secondLookUsdMinor),
  };
}
