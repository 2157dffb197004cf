import type { RefundBulkRequest } from '@coinwarden/contracts';
import { requesterKindOf } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { idAt } from '../../platform/database/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { insertBulkItems } from '../persistence/refund-bulk-items.store.js';
import { insertBulk, type RefundBulkRecord } from '../persistence/refund-bulks.store.js';
import { BulkPreviews } from '../queries/bulk-previews.js';
import { MoveBulk } from './move-bulk.js';
import { previewChanged } from './settle-refund.js';

/**
 * Opens a bulk: it starts by itself, or waits for a second person when it is large.
 * Refusals, in this order: request.invalid, refund.preview_changed.
 */
@Injectable()
export class OpenBulk {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly previews: BulkPreviews,
    private readonly moveBulk: MoveBulk,
  ) {}

  async run(staff: StaffActor, request: RefundBulkRequest): Promise<string> {
    const { preview, lines } = await this.previews.of(staff, request);
    if (request.previewHash !== undefined && request.previewHash !== preview.hash)
      throw previewChanged(preview.hash);
    const at = this.clock.now();
    const actor = { type: 'staff', id: staff.id, name: staff.name } as const;
    const bulk: RefundBulkRecord = {
      bulkId: idAt(at),
      reason: request.reason,
      note: request.note ?? null,
      status: 'requested',
      requesterKind: requesterKindOf(staff.role),
      requestedBy: actor,
      approvedBy: null,
      requestedAt: at,
      changedAt: at,
      items: lines.length,
      money: preview.money,
      usdMinor: BigInt(preview.amountUsdMinor),
      previewHash: preview.hash,
    };
    const items = lines.map((line, i) => ({
      ...line,
      // A millisecond apart, so that they are listed and worked off in this order.
      itemId: idAt(at + i),
      status: line.problem === null ? ('waiting' as const) : ('refused' as const),
    }));
    await this.uow.run(async (tx) => {
      await insertBulk(tx, bulk);
      await insertBulkItems(tx, bulk.bulkId, items);
      const step = preview.needsSecondPerson ? 'ask_second_person' : 'start';
      await this.moveBulk.run(tx, bulk, { step, at, actor, reason: request.note });
    });
    return bulk.bulkId;
  }
}
