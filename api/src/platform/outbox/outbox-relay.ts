import { createHash } from 'node:crypto';
import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ANNOUNCEMENT_JOB, EVENTS_QUEUE } from '../queue/queues.js';
import type { OutboxEvent } from './subscriber.js';
import { SubscriberRegistry } from './subscriber-registry.js';
import type { Topic } from './topics.js';

/** A row may carry a batch of some hundred ids, and a round becomes one job per subscriber: kept to a few megabytes. */
const CLAIM_ROWS = 100;
const POLL_MS = 250;
const ERROR_BACKOFF_MS_MAX = 10_000;

interface OutboxRow {
  outbox_id: string;
  topic: Topic;
  payload: OutboxEvent['payload'];
}

/** What a job of the events queue carries. */
export interface EventsJob {
  readonly events: readonly OutboxEvent[];
}

/**
 * Moves announcements from the outbox to the queue: rows are claimed, handed over and deleted in one transaction that
 * commits after the queue has accepted them. Dying in between repeats them, under the same job ids while the rows are
 * the same. Any number of processes may run it; they skip each other's rows.
 */
@Injectable()
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly stopping = new AbortController();
  private loop: Promise<void> | undefined;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly subscribers: SubscriberRegistry,
    @InjectQueue(EVENTS_QUEUE) private readonly queue: Queue<EventsJob>,
  ) {}

  start(): void {
    this.loop ??= this.poll();
  }

  /** Returns when the round in flight has committed. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  /** Relays one batch and returns how many rows it took. */
  async relayOnce(): Promise<number> {
    return this.uow.run(async (tx) => {
      const rows = await tx.query<OutboxRow>(
        {
          name: 'outbox-claim',
          text: `SELECT outbox_id, topic, payload FROM outbox ORDER BY outbox_id LIMIT ${CLAIM_ROWS}
                 FOR UPDATE SKIP LOCKED`,
        },
        [],
      );
      if (rows.length === 0) return 0;
      await this.handOver(rows);
      await tx.query(
        { name: 'outbox-delete', text: 'DELETE FROM outbox WHERE outbox_id = ANY($1::uuid[])' },
        [rows.map((row) => row.outbox_id)],
      );
      return rows.length;
    });
  }

  /** One job per subscriber, so that each retries alone and a round costs the queue little. */
  private async handOver(rows: readonly OutboxRow[]): Promise<void> {
    const jobs = this.subscribers.all().flatMap(({ name, topics }) => {
      const events = rows
        .filter((row) => topics.includes(row.topic))
        .map((row) => ({ id: row.outbox_id, topic: row.topic, payload: row.payload }));
      if (events.length === 0) return [];
      return [
        { name, data: { events }, opts: { ...ANNOUNCEMENT_JOB, jobId: `${name}.${digestOf(events)}` } },
      ];
    });
    if (jobs.length > 0) await this.queue.addBulk(jobs);
  }

  private async poll(): Promise<void> {
    let failures = 0;
    while (!this.stopping.signal.aborted) {
      try {
        const rows = await this.relayOnce();
        failures = 0;
        if (rows < CLAIM_ROWS) await this.sleep(POLL_MS);
      } catch (error) {
        failures++;
        if (failures === 1) this.logger.error('The outbox cannot be relayed; trying again', error);
        await this.sleep(Math.min(POLL_MS * 2 ** failures, ERROR_BACKOFF_MS_MAX));
      }
    }
  }

  private sleep(ms: number): Promise<void> {
    const { signal } = this.stopping;
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
    });
  }
}

const digestOf = (events: readonly OutboxEvent[]): string =>
  createHash('sha256')
    .update(events.map((event) => event.id).join())
    .digest('hex')
    .slice(0, 32);
