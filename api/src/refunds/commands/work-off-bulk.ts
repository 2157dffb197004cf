import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { JobShare } from '../../platform/database/job-share.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { endBulkItem, takeWaitingItem, waitingItems } from '../persistence/refund-bulk-items.store.js';
import { lockBulk, type RefundBulkRecord, runningBulks } from '../persistence/refund-bulks.store.js';
import type { RefundActor } from '../persistence/refunds.store.js';
import { told } from '../queries/requestable-purchase.js';
import { MoveBulk } from './move-bulk.js';
import { OpenRefund } from './open-refund.js';

const ACTOR: RefundActor = { type: 'system', id: 'refund-bulks', name: 'Bulk refunds' };

/** Most of an item is waiting for the database. */
const AT_ONCE = 4;

/** How one step of a bulk ended: an item is done, or refused, or there is nothing to take. */
type Step = 'done' | 'none' | { readonly itemId: string; readonly error: unknown };

/**
 * Opens the refunds of a running bulk one by one, each with its item in one transaction: wherever this is stopped, the
 * next run goes on with what waits, and none is opened twice. Several may run side by side.
 */
@Injectable()
export class WorkOffBulk {
  private readonly logger = new Logger('Bulk refunds');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly share: JobShare,
    private readonly clock: Clock,
    private readonly openRefund: OpenRefund,
    private readonly moveBulk: MoveBulk,
  ) {}

  /** All that are running; for what was stopped. */
  async resume(): Promise<void> {
    for (const bulkId of await runningBulks(this.uow)) await this.run(bulkId);
  }

  async run(bulkId: string): Promise<void> {
    const tried: string[] = [];
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.work(bulkId, tried)));
    await this.finish(bulkId);
  }

  private async work(bulkId: string, tried: string[]): Promise<void> {
    for (;;) {
      const step = await this.share.run(() => this.next(bulkId, tried));
      if (step === 'none') return;
      if (step === 'done') continue;
      const { itemId, error } = step;
      if (error instanceof ProblemError && error.status < 500) {
        const problem = told(error);
        await this.uow.run((tx) =>
          endBulkItem(tx, { bulkId, itemId, status: 'refused', refundId: null, problem }),
        );
      } else {
        // Ours to mend: it waits for the next run, the others do not.
        this.logger.error(`Item ${itemId} of the bulk ${bulkId} failed`, error);
      }
    }
  }

  private async next(bulkId: string, tried: string[]): Promise<Step> {
    let itemId = '';
    try {
      return await this.uow.run(async (tx) => {
        const bulk = await lockBulk(tx, bulkId, 'share');
        if (bulk?.status !== 'running') return 'none';
        const item = await takeWaitingItem(tx, bulkId, tried);
        if (item === null) return 'none';
        itemId = item.itemId;
        // While its row is locked: if this fails, the row is free again, and another lane would take it.
        tried.push(itemId);
        await this.open(tx, bulk, item);
        return 'done';
      });
    } catch (error) {
      if (itemId === '') throw error;
      return { itemId, error };
    }
  }

  private async open(
    tx: Tx,
    bulk: RefundBulkRecord,
    { itemId, purchaseId, amountMinor }: { itemId: string; purchaseId: string; amountMinor: bigint },
  ): Promise<void> {
    const { bulkId, reason, note, requesterKind: kind, requestedBy: actor, approvedBy } = bulk;
    const refund = await this.openRefund.run(tx, {
      purchaseId,
      amountMinor,
      reason,
      note: note ?? undefined,
      requester: { kind, actor, origin: 'bulk' },
      at: this.clock.now(),
      bulk: { bulkId, approvedBy },
    });
    const refused = refund.status === 'rejected';
    await endBulkItem(tx, {
      bulkId,
      itemId,
      status: refused ? 'refused' : 'opened',
      refundId: refund.refundId,
      problem: refused ? refund.failure : null,
    });
  }

  private async finish(bulkId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const bulk = await lockBulk(tx, bulkId);
      if (bulk?.status !== 'running' || (await waitingItems(tx, bulkId)) > 0) return;
      await this.moveBulk.run(tx, bulk, { step: 'finish', at: this.clock.now(), actor: ACTOR });
    });
  }
}
