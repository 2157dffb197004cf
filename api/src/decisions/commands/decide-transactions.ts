import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { type DecideOptions, Decider, type DecisionItem, type DecisionResult } from '../decider.js';
import { isTransient, isUnavailable } from './database-trouble.js';
import { DecideBatch, type PendingItem } from './decide-batch.js';

/** Batches in flight: while one waits for the database, the next is judged. More would only wait for its locks. */
const MAX_IN_FLIGHT = 2;
const MAX_BATCH_ITEMS = 512;
/** Beyond this the queue only grows old; callers are told to come back. */
const MAX_WAITING_ITEMS = 20_000;
const MAX_ATTEMPTS = 4;

interface Waiting extends PendingItem {
  readonly resolve: (result: DecisionResult) => void;
}

/**
 * Micro-batching: an item that arrives joins the batch now forming; as soon as a place in flight is free the batch
 * leaves with all that has gathered. So a lone request never waits, and under load a hundred share one commit.
 */
@Injectable()
export class DecideTransactions extends Decider implements OnApplicationShutdown {
  private readonly logger = new Logger(DecideTransactions.name);
  private waiting: Waiting[] = [];
  private inFlight = 0;
  private scheduled = false;
  private drained: (() => void) | null = null;

  constructor(
    private readonly batch: DecideBatch,
    private readonly clock: Clock,
  ) {
    super();
  }

  decide(items: readonly DecisionItem[], options: DecideOptions = {}): Promise<DecisionResult[]> {
    if (this.waiting.length + items.length > MAX_WAITING_ITEMS) {
      const overloaded = {
        problem: 'service.overloaded',
        detail: 'Too many transactions are waiting.',
      } as const;
      return Promise.resolve(items.map(() => overloaded));
    }
    const results = items.map(
      (item) =>
        new Promise<DecisionResult>((resolve) => {
          this.waiting.push({ item, at: this.timeOf(item, options), resolve });
        }),
    );
    this.schedule();
    return Promise.all(results);
  }

  /** Lets what is in flight finish. */
  async onApplicationShutdown(): Promise<void> {
    if (this.inFlight === 0 && this.waiting.length === 0) return;
    await new Promise<void>((resolve) => {
      this.drained = resolve;
    });
  }

  private timeOf(item: DecisionItem, options: DecideOptions): number {
    const { occurredAt } = item.transaction;
    return options.mode === 'backfill' && occurredAt ? Date.parse(occurredAt) : this.clock.now();
  }

  /** Requests that arrive in the same turn of the event loop travel together. */
  private schedule(): void {
    if (this.scheduled || this.inFlight >= MAX_IN_FLIGHT || this.waiting.length === 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.leave();
    });
  }

  private leave(): void {
    if (this.inFlight >= MAX_IN_FLIGHT || this.waiting.length === 0) return;
    const leaving = this.waiting.splice(0, MAX_BATCH_ITEMS);
    this.inFlight++;
    void this.settle(leaving).finally(() => {
      this.inFlight--;
      if (this.inFlight === 0 && this.waiting.length === 0) this.drained?.();
      this.schedule();
    });
    this.schedule();
  }

  private async settle(items: readonly Waiting[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const results = await this.batch.run(items);
        items.forEach((item, i) => {
          item.resolve(results[i]!);
        });
        return;
      } catch (error) {
        if (isTransient(error) && attempt < MAX_ATTEMPTS) continue;
        if (items.length > 1 && !isUnavailable(error)) return this.settleAlone(items);
        this.refuse(items, error);
        return;
      }
    }
  }

  /** Something in the batch cannot be written: each item is tried by itself, so only the bad one fails. */
  private async settleAlone(items: readonly Waiting[]): Promise<void> {
    for (const item of items) await this.settle([item]);
  }

  private refuse(items: readonly Waiting[], error: unknown): void {
    const unavailable = isUnavailable(error);
    if (!unavailable) this.logger.error('A transaction could not be decided', error);
    const problem: DecisionResult = unavailable
      ? { problem: 'service.unavailable', detail: 'The database cannot be reached; nothing was decided.' }
      : { problem: 'internal', detail: 'The transaction could not be decided; nothing was stored.' };
    for (const item of items) item.resolve(problem);
  }
}
