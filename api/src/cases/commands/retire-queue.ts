import type { CaseQueueRetirement } from '@coinwarden/contracts';
import {
  isRetired,
  livingQueue,
  type Rerouting,
  type RetireRefusal,
  refuseRetiring,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import {
  lockQueues,
  orderQueues,
  readQueues,
  type StoredQueue,
  writeQueue,
} from '../persistence/case-queues.store.js';
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

  run(staff: StaffActor, queueId: string, asked: CaseQueueRetirement): Promise<void> {
    return this.uow.run(async (tx) => {
      const retiring = permit(await lockAll(tx), queueId, asked);
      const by = { staff, at: this.clock.now() };
      const rerouted = await this.empty(tx, retiring, by);
      await this.close(tx, retiring, by);
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: 'case_queue.retired',
        subject: { type: 'case_queue', id: queueId },
        reason: retiring.reason,
        details: {
          into: asked.into,
          moved: rerouted.moved.length,
          merged: rerouted.merged.length,
        },
      });
    });
  }

  /** Everything that waits goes, or nothing. */
  private async empty(tx: Tx, retiring: Retiring, { staff, at }: By): Promise<Rerouting> {
    const { queue: from, into, queues, reason } = retiring;
    const rerouted = await this.reroute.run(tx, { from, into, queues, actor: actorOf(staff), reason, at });
    const stuck = rerouted.stuck.length;
    if (stuck > 0)
      throw conflict(
        `${stuck} of its cases would join one of the same account in ${into.name} that somebody works on or has to confirm. Try again when that is done.`,
      );
    return rerouted;
  }

  /** It takes nothing any more, and stands behind those that do. */
  private async close(tx: Tx, { queue, into, queues }: Retiring, { staff, at }: By): Promise<void> {
    await writeQueue(
      tx,
      { ...queue, retiredInto: into.queueId },
      { at, by: { id: staff.id, name: staff.name } },
    );
    const isLiving = (one: StoredQueue) => one !== queue && !isRetired(one);
    const ordered = [...queues.filter(isLiving), ...queues.filter((one) => !isLiving(one))];
    await orderQueues(
      tx,
      ordered.map((one) => one.queueId),
    );
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

interface By {
  readonly staff: StaffActor;
  readonly at: number;
}

interface Retiring {
  readonly queue: StoredQueue;
  readonly into: StoredQueue;
  readonly queues: readonly StoredQueue[];
  readonly reason: string;
}

async function lockAll(tx: Tx): Promise<readonly StoredQueue[]> {
  await lockQueues(tx);
  return readQueues(tx);
}

/** Throws unless this queue may be retired as it was asked for. */
function permit(
  queues: readonly StoredQueue[],
  queueId: string,
  { into, reason, basedOn }: CaseQueueRetirement,
): Retiring {
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
  return { queue, into: queues.find((one) => one.queueId === into)!, queues, reason };
}
