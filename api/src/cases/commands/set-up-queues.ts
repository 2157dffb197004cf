import type { CaseQueueRequest, CaseReviewer, CaseReviewerRequest } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readQueues, writeQueue } from '../persistence/case-queues.store.js';
import { readAssignable, writeReviewer } from '../persistence/reviewers.store.js';
import { invalid } from './case-context.js';

/** Says what queues take and what people can be handed. Cases that are open stay where they are. */
@Injectable()
export class SetUpQueues {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  queue(staff: StaffActor, queueId: string, request: CaseQueueRequest): Promise<void> {
    const { minValueUsdMinor, secondLookUsdMinor, ...rules } = request;
    return this.uow.run(async (tx) => {
      await tx.query('LOCK TABLE case_queues IN SHARE ROW EXCLUSIVE MODE');
      const others = (await readQueues(tx)).filter((one) => one.queueId !== queueId);
      if (others.some(({ position }) => position === request.position))
        throw invalid('/position', 'is another queue’s');
      const queue = {
        ...rules,
        queueId,
        minValueUsdMinor: BigInt(minValueUsdMinor),
        secondLookUsdMinor: secondLookUsdMinor === null ? null : BigInt(secondLookUsdMinor),
      };
      await writeQueue(tx, queue, this.clock.now());
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: 'case_queue.set',
        subject: { type: 'case_queue', id: queueId },
        details: { ...request },
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
