import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { databaseRefusal } from '../../platform/database/refusals.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type NewNotice, storeNotices } from './notices.store.js';

const MAX_IN_FLIGHT = 2;
const MAX_BATCH = 256;

export interface Receipt {
  readonly noticeId: string;
  readonly repeated: boolean;
}

interface Waiting {
  readonly notice: NewNotice;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: unknown) => void;
}

const keyOf = (source: string, providerNoticeId: string) => `${source} ${providerNoticeId}`;

/**
 * Notices that arrive together share a commit: while two batches are being written the next one gathers. A lone notice
 * never waits. Nothing is answered before it is durable.
 */
@Injectable()
export class NoticeIntake implements OnApplicationShutdown {
  private waiting: Waiting[] = [];
  private readonly inFlight = new Set<Promise<void>>();

  constructor(private readonly db: UnitOfWork) {}

  store(notice: NewNotice): Promise<Receipt> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ notice, resolve, reject });
      setImmediate(() => this.leave());
    });
  }

  async onApplicationShutdown(): Promise<void> {
    while (this.inFlight.size > 0) await Promise.all(this.inFlight);
  }

  private leave(): void {
    if (this.waiting.length === 0 || this.inFlight.size >= MAX_IN_FLIGHT) return;
    const batch = this.write(this.waiting.splice(0, MAX_BATCH)).finally(() => {
      this.inFlight.delete(batch);
      this.leave();
    });
    this.inFlight.add(batch);
  }

  private async write(arrived: readonly Waiting[]): Promise<void> {
    try {
      await this.writeTogether(arrived);
    } catch (error) {
      // Something in the batch cannot be written: each is tried by itself, so that only the bad one is refused.
      const alone = arrived.length > 1 && databaseRefusal(error) !== 'unavailable';
      if (alone) for (const one of arrived) await this.write([one]);
      else for (const { reject } of arrived) reject(error);
    }
  }

  /** Of twins that arrive in one batch the first is stored; the others count as its repetitions. */
  private async writeTogether(arrived: readonly Waiting[]): Promise<void> {
    const twins = new Map<string, Waiting[]>();
    for (const one of arrived) {
      const key = keyOf(one.notice.source, one.notice.providerNoticeId);
      const same = twins.get(key);
      if (same) same.push(one);
      else twins.set(key, [one]);
    }
    // Sorted, so that two batches with the same repetitions never wait for each other in a circle.
    const rows = [...twins]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, same]) => ({ ...same[0]!.notice, repetitions: same.length - 1 }));
    const stored = await storeNotices(this.db, rows, uuidv7());
    for (const { notice_id: noticeId, source, provider_notice_id: id, repeated } of stored) {
      for (const [i, { resolve }] of twins.get(keyOf(source, id))!.entries())
        resolve({ noticeId, repeated: repeated || i > 0 });
    }
  }
}
