import type { CaseQueuePreview, CaseQueueRequest } from '@coinwarden/contracts';
import { type CountedAlerts, DAY, idFloor, previewRouting, withQueue } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { queueOf } from '../commands/set-up-queues.js';
import { readQueues } from '../persistence/case-queues.store.js';
import { readRoutedAlerts } from '../persistence/routed-alerts.store.js';
import { instant } from './case-records.js';

const LOOKS_BACK = 30 * DAY;

/** Routes the alerts of the last weeks by the queues as they are and as somebody would have them. */
@Injectable()
export class QueuePreview {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async of(queueId: string, request: CaseQueueRequest): Promise<CaseQueuePreview> {
    const from = this.clock.now() - LOOKS_BACK;
    const before = await readQueues(this.db);
    const known = before.find((queue) => queue.queueId === queueId);
    const after = withQueue(before, queueOf(queueId, request, known?.position ?? 0));
    const alerts: CountedAlerts[] = await readRoutedAlerts(this.db, idFloor(from));
    const { gains, losses, ...sums } = previewRouting(queueId, { before, after, alerts });
    return { from: instant(from), ...sums, gains: [...gains], losses: [...losses] };
  }
}
