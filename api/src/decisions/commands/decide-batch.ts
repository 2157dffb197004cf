import { Injectable } from '@nestjs/common';
import type { DecisionItem, DecisionResult } from '../decider.js';
import { BatchPool } from '../persistence/batch-pool.js';
import { readBatch } from '../persistence/batch-reads.store.js';
import { writeBatch } from '../persistence/batch-writes.store.js';
import { BatchState } from './batch-state.js';
import { ReferenceChanged } from './database-trouble.js';
import { decideItem } from './decide-item.js';
import { prepareItem } from './prepared-item.js';
import { ReferenceData } from './reference-data.js';
import { RestrictAccounts } from './restrict-accounts.js';

export interface PendingItem {
  readonly item: DecisionItem;
  /** The moment it is judged at. */
  readonly at: number;
}

/**
 * One batch is one database transaction: lock and read everything the items touch, decide them in memory in the order
 * they arrived, write it all back set-based, commit. Results are durable when the promise resolves.
 */
@Injectable()
export class DecideBatch {
  constructor(
    private readonly pool: BatchPool,
    private readonly references: ReferenceData,
    private readonly restrictAccounts: RestrictAccounts,
  ) {}

  async run(pending: readonly PendingItem[]): Promise<DecisionResult[]> {
    const items = pending.map(({ item, at }) => prepareItem(item, at));
    const snapshot = await this.references.current();
    return this.pool.run(async (tx) => {
      const { reads, versions } = await readBatch(tx, items, snapshot);
      if (!this.references.isCurrent(snapshot, versions)) throw new ReferenceChanged();
      const state = new BatchState(reads);
      const result = items.map((item) => decideItem(item, state, snapshot));
      await this.restrictAccounts.run(tx, state.restrictions);
      return { result, writes: writeBatch(tx, state) };
    });
  }
}
