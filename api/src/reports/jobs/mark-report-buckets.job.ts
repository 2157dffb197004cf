import { bucketToMark, idTime, type ReportBucketRef } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { markBuckets } from '../persistence/report-marks.store.js';

/** Notes which buckets newly decided transactions fall into; their ids say when, so no row is read. */
@Injectable()
@Subscribes({ name: 'mark-report-buckets', topics: ['transactions.decided'] })
export class MarkReportBucketsJob implements OutboxSubscriber<'transactions.decided'> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async handle(events: readonly OutboxEvent<'transactions.decided'>[]): Promise<void> {
    const now = this.clock.now();
    const buckets = new Map<string, ReportBucketRef>();
    for (const event of events) {
      for (const [, transactionId] of event.payload.items) {
        const bucket = bucketToMark(idTime(transactionId), now);
        buckets.set(`${bucket.widthSeconds}:${bucket.at}`, bucket);
      }
    }
    if (buckets.size > 0) await this.uow.run((tx) => markBuckets(tx, [...buckets.values()]));
  }
}
