import type { AccountEventRequest } from '@coinwarden/contracts';
import type { SimulatedAccount, SimulatedItem, Simulation } from '@coinwarden/simulator';
import { Injectable } from '@nestjs/common';
import { openAccounts } from '../../accounts/accounts.public.js';
import { type ContentItem, ScanContent } from '../../content/content.public.js';
import { Decider, type DecisionItem } from '../../decisions/decisions.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RecordAccountEvent } from '../../risk/risk.public.js';
import { storedLabel, writeLabels } from '../labels.store.js';
import { type MoneyBackItem, PlayMoneyBack } from './play-money-back.js';

const ITEMS_PER_BATCH = 500;
const ITEMS_BEFORE_MONEY_BACK = 400;

export interface HistoryProgress {
  /** Items that are through for good; a repetition may begin behind them. */
  readonly itemsDone: number;
  readonly transactions: number;
  readonly declined: number;
  /** The time of the history. */
  readonly until: number;
}

export interface HistoryStart {
  /** Items that are through from an earlier run. */
  readonly itemsDone: number;
  readonly source: string;
  readonly itemsPerBatch?: number;
}

/**
 * Sends simulated history through the decision path at the time it happened. Items are gathered into batches: accounts
 * are opened first, then events recorded, then transactions decided; an event that follows a transaction of its
 * account ends the batch, so that nobody's past is judged by their future. What became of the money follows each batch.
 */
@Injectable()
export class PlayHistory {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly decider: Decider,
    private readonly recordEvent: RecordAccountEvent,
    private readonly moneyBack: PlayMoneyBack,
    private readonly scanContent: ScanContent,
  ) {}

  async run(
    simulation: Simulation,
    from: HistoryStart,
    onBatch: (progress: HistoryProgress) => Promise<void>,
  ): Promise<HistoryProgress> {
    let progress: HistoryProgress = { itemsDone: 0, transactions: 0, declined: 0, until: 0 };
    const size = from.itemsPerBatch ?? ITEMS_PER_BATCH;
    let batch = new Batch(size);
    const flush = async () => {
      const declined = await this.flush(batch, simulation, from.source);
      progress = { ...progress, declined: progress.declined + declined, until: batch.until };
      await onBatch(progress);
      batch = new Batch(size);
    };
    for (const item of simulation.items) {
      if (progress.itemsDone < from.itemsDone) {
        progress = passed(progress, item);
        continue;
      }
      if (batch.isFull || !batch.mayTake(item)) await flush();
      batch.take(item);
      progress = passed(progress, item);
    }
    await flush();
    return progress;
  }

  /** Answers how many were declined. Repeating a flush changes nothing: ids and keys are the same. */
  private async flush(batch: Batch, simulation: Simulation, source: string): Promise<number> {
    const now = this.clock.now();
    await this.uow.run(async (tx) => {
      await openAccounts(tx, batch.accounts, now);
      await writeLabels(tx, simulation.takeLabels().map(storedLabel), source);
    });
    for (const event of batch.events) await this.recordEvent.execute(event);
    await this.scanContent.many(batch.texts);
    const results = await this.decider.decide(batch.decisions, { mode: 'backfill' });
    const problem = results.find((result) => 'problem' in result);
    if (problem && 'problem' in problem) throw new Error(`the demo cannot be seeded: ${problem.detail}`);
    await this.moneyBack.run(batch.moneyBack, batch.until);
    return results.filter((result) => 'outcome' in result && result.outcome === 'decline').length;
  }
}

function passed(progress: HistoryProgress, item: SimulatedItem): HistoryProgress {
  return {
    ...progress,
    itemsDone: progress.itemsDone + 1,
    transactions: progress.transactions + (item.kind === 'transaction' ? 1 : 0),
  };
}

class Batch {
  readonly accounts: SimulatedAccount[] = [];
  readonly events: AccountEventRequest[] = [];
  readonly decisions: DecisionItem[] = [];
  readonly moneyBack: MoneyBackItem[] = [];
  readonly texts: ContentItem[] = [];
  until = 0;
  private readonly acting = new Set<string>();

  constructor(private readonly size: number) {}

  get isFull(): boolean {
    const { length } = this.decisions;
    // What becomes of the money is told near its time, and not so often that telling it takes long.
    if (this.moneyBack.length > 0 && length >= ITEMS_BEFORE_MONEY_BACK) return true;
    const told = this.accounts.length + this.events.length + this.texts.length;
    return told + length >= this.size;
  }

  mayTake(item: SimulatedItem): boolean {
    return item.kind !== 'event' || !this.acting.has(item.event.accountId);
  }

  take(item: SimulatedItem): void {
    this.until = item.at;
    if (item.kind === 'account') this.accounts.push(item.account);
    else if (item.kind === 'event') this.events.push(item.event);
    else if (item.kind === 'text') this.texts.push({ ...item.text, at: item.at });
    else if (item.kind === 'money_back') this.moneyBack.push(item);
    else {
      this.decisions.push({ idempotencyKey: item.idempotencyKey, transaction: item.transaction });
      this.acting.add(item.transaction.accountId);
    }
  }
}
