import type { CaseQueueRetirement } from '@coinwarden/contracts';
import { isRetired, livingQueue, type RetireRefusal, refuseRetiring } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { lockQueues, orderQueues, readQueues, writeQueue } from '../persistence/case-queues.store.js';
import { actorOf, conflict, invalid } from './case-context.js';
import { ALERTS_ACTOR } from './raise-alerts.js';
import { RerouteCases } from './reroute-cases.js';

const REFUSALS: Readonly<Record<RetireRefusal, string>> = {
  retired: 'The queue is retired already.',
  last: 'The last queue takes whatever is left; put another last before.',
  into_itself: 'is this queue',
  into_unknown: 'is no queue',
  into_retired: 'is retired',
};

/**
 * Takes a queue out of use: what waits in it goes to another queue in the same transaction, and it stays known by its name for
 * what was decided in it. Refusals, in this order: record.unknown, action.reason_required, record.conflict, request.invalid.
 */
@Injectable()
export class RetireQueue {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly reroute: RerouteCases,
    private readonly audit: AuditLog,
  ) {}

  run(staff: StaffActor, queueId: string, { into, reason, basedOn }: CaseQueueRetirement): Promise<void> {
    return this.uow.run(async (tx) => {
      await lockQueues(tx);
      const queues = await readQueues(tx);
      const queue = queues.find((one) => one.queueId === queueId);
      if (!queue) throw new ProblemError('record.unknown', `There is no queue ${queueId}.`);
      if (reason === undefined)
        throw new ProblemError('action.reason_required', undefined, [
          { pointer: '/reason', detail: 'is required' },
        ]);
      if (basedOn !== undefined && basedOn !== queue.revision)
        throw conflict('Somebody has changed this queue meanwhile.');
      const refusal = refuseRetiring(queues, { queue, into });
      if (refusal === 'retired' || refusal === 'last') throw conflict(REFUSALS[refusal]);
      if (refusal !== null) throw invalid('/into', REFUSALS[refusal]);
      const at = this.clock.now();
      const target = queues.find((one) => one.queueId === into)!;
      const actor = actorOf(staff);
      const { moved, merged, stuck } = await this.reroute.run(tx, {
        from: queue,
        into: target,
        queues,
        actor,
        reason,
        at,
      });
      if (stuck.length > 0)
        throw conflict(
          `${stuck.length} of its cases would join one of the same account in ${target.name} that somebody works on or has to confirm. Try again when that is done.`,
        );
      await writeQueue(tx, { ...queue, retiredInto: into }, { at, by: { id: staff.id, name: staff.name } });
      const living = queues.filter((one) => one !== queue && !isRetired(one));
      const retired = queues.filter((one) => one === queue || isRetired(one));
      await orderQueues(
        tx,
        [...living, ...retired].map((one) => one.queueId),
      );
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: 'case_queue.retired',
        subject: { type: 'case_queue', id: queueId },
        reason,
        details: { into, moved: moved.length, merged: merged.length },
      });
    });
  }

  /** What came into a retired queue while it was being retired, or came back to it since: an appeal, a case opened again. */
  leftovers(): Promise<void> {
    return this.uow.run(async (tx) => {
      const queues = await readQueues(tx);
      for (const from of queues.filter(isRetired)) {
        const into = livingQueue(queues, from.queueId);
        const at = this.clock.now();
        await this.reroute.run(tx, { from, into, queues, actor: ALERTS_ACTOR, reason: null, at });
      }
    });
  }
}
