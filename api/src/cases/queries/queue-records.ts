import type { StaffQueue } from '@coinwarden/contracts';
import { isRetired, mayWorkQueue, type ReviewerSkills } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { readQueues, type StoredQueue } from '../persistence/case-queues.store.js';
import { readReviewer } from '../persistence/reviewers.store.js';

interface CountRow {
  queue_id: string;
  waiting: number;
  mine: number;
  claimed: number;
  snoozed: number;
  overdue: number;
  oldest: Date | null;
  due: Date | null;
}

/** The queues with what waits in them now. */
@Injectable()
export class QueueList {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async for(staff: StaffActor): Promise<StaffQueue[]> {
    const [queues, reviewer] = await Promise.all([readQueues(this.db), readReviewer(this.db, staff.id)]);
    const counts = await this.counts(staff, reviewer);
    const last = queues.findLast((queue) => !isRetired(queue));
    return queues.map((queue) =>
      queueRecord(queue, counts.get(queue.queueId), { staff, reviewer, isLast: queue === last }),
    );
  }

  private async counts(staff: StaffActor, reviewer: ReviewerSkills | null) {
    const rows = await this.db.query<CountRow>(
      `SELECT queue_id,
              count(*) FILTER (WHERE workable AND free)::int AS waiting,
              count(*) FILTER (WHERE workable AND free AND for_me)::int AS mine,
              count(*) FILTER (WHERE NOT free)::int AS claimed,
              count(*) FILTER (WHERE status = 'snoozed')::int AS snoozed,
              count(*) FILTER (WHERE due_at < $2)::int AS overdue,
              min(opened_at) FILTER (WHERE workable) AS oldest,
              min(due_at) FILTER (WHERE workable) AS due
       FROM (SELECT *, status <> 'snoozed' AS workable, lease_until IS NULL OR lease_until <= $2 AS free,
                    NOT (barred && ARRAY[$1]) AND ($3 OR status IN ('open', 'second_look'))
                      AND coalesce(assigned_to ->> 'id' = $1, true)
                      AND (language IS NULL OR cardinality($4::text[]) = 0 OR language = ANY($4)) AS for_me
             FROM cases WHERE status IN ('open', 'snoozed', 'escalated', 'second_look', 'appealed')) AS c
       GROUP BY queue_id`,
      [staff.id, new Date(this.clock.now()), staff.permissions.has('case.lead'), reviewer?.languages ?? []],
    );
    return new Map(rows.map((row) => [row.queue_id, row]));
  }
}

function queueRecord(
  queue: StoredQueue,
  counts: CountRow | undefined,
  { staff, reviewer, isLast }: { staff: StaffActor; reviewer: ReviewerSkills | null; isLast: boolean },
): StaffQueue {
  const { queueId, minValueUsdMinor, secondLookUsdMinor, kinds, languages, changedAt, ...rules } = queue;
  const mayWork = staff.permissions.has('case.work') && mayWorkQueue(queue, reviewer);
  return {
    ...rules,
    id: queueId,
    kinds: [...kinds],
    languages: [...languages],
    changedAt: new Date(changedAt).toISOString(),
    minValueUsdMinor: Number(minValueUsdMinor),
    secondLookUsdMinor: secondLookUsdMinor === null ? null : Number(secondLookUsdMinor),
    waiting: counts?.waiting ?? 0,
    mine: mayWork ? (counts?.mine ?? 0) : 0,
    claimed: counts?.claimed ?? 0,
    snoozed: counts?.snoozed ?? 0,
    overdue: counts?.overdue ?? 0,
    oldestOpenedAt: counts?.oldest?.toISOString() ?? null,
    nextDueAt: counts?.due?.toISOString() ?? null,
    allowedActions: queueActions(queue, { isLast, leads: staff.permissions.has('case.lead'), mayWork }),
  };
}

function queueActions(
  queue: StoredQueue,
  { isLast, leads, mayWork }: { isLast: boolean; leads: boolean; mayWork: boolean },
): StaffQueue['allowedActions'] {
  if (isRetired(queue)) return leads ? ['bring_back'] : [];
  return [
    ...(mayWork ? (['next'] as const) : []),
    ...(leads ? (['edit'] as const) : []),
    ...(leads && !isLast ? (['retire'] as const) : []),
  ];
}
