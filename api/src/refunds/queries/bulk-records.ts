import type { StaffRefundBulk, StaffRefundBulkItem } from '@coinwarden/contracts';
import {
  REFUND_BULK_ITEM_STATUSES,
  REFUND_BULK_STATUSES,
  type RefundBulkItemStatus,
  type RefundStatus,
  refundBulkActionsFor,
} from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { anyOf, type StaffResource } from '../../platform/http/staff-list.js';
import type { ItemProblem } from '../persistence/refund-bulk-items.store.js';
import { BULK_COLUMNS, type RefundBulkRow, toBulkRecord } from '../persistence/refund-bulks.store.js';

const PROGRESS = `
  (SELECT json_build_object(
     'total', count(*), 'waiting', count(*) FILTER (WHERE i.status = 'waiting'),
     'opened', count(*) FILTER (WHERE i.status = 'opened'), 'refused', count(*) FILTER (WHERE i.status = 'refused'),
     'succeeded', count(*) FILTER (WHERE i.status = 'opened' AND r.status = 'succeeded'),
     'failed', count(*) FILTER (WHERE i.status = 'opened' AND r.status = 'failed'))
   FROM refund_bulk_items i
   LEFT JOIN refunds r ON r.account_id = i.account_id AND r.refund_id = i.refund_id
   WHERE i.bulk_id = b.bulk_id) AS progress`;

export const REFUND_BULKS: StaffResource = {
  name: 'refund-bulks',
  select: `${BULK_COLUMNS}, ${PROGRESS}`,
  from: 'refund_bulks b',
  id: { column: 'bulk_id', schema: z.uuid() },
  filters: {
    status: anyOf('status', z.enum(REFUND_BULK_STATUSES)),
    requestedById: anyOf("(requested_by ->> 'id')", z.string().min(1).max(200)),
  },
  sorts: { requestedAt: 'bulk_id' },
  defaultSort: ['id', 'DESC'],
};

export interface BulkListRow extends RefundBulkRow {
  progress: StaffRefundBulk['progress'];
}

export const staffBulkFor =
  (actor: StaffActor) =>
  (row: BulkListRow): StaffRefundBulk => {
    const bulk = toBulkRecord(row);
    return {
      id: bulk.bulkId,
      reason: bulk.reason,
      note: bulk.note,
      status: bulk.status,
      requestedBy: bulk.requestedBy,
      approvedBy: bulk.approvedBy,
      requestedAt: new Date(bulk.requestedAt).toISOString(),
      changedAt: new Date(bulk.changedAt).toISOString(),
      money: [...bulk.money],
      amountUsdMinor: Number(bulk.usdMinor),
      progress: row.progress,
      previewHash: bulk.previewHash,
      allowedActions: refundBulkActionsFor(actor, {
        status: bulk.status,
        requestedBy: bulk.requestedBy.id,
      }),
    };
  };

export const REFUND_BULK_ITEMS: StaffResource = {
  name: 'refund-bulk-items',
  select: `i.item_id, i.bulk_id, i.purchase_id, i.account_id, i.amount_minor, i.currency, i.status, i.refund_id,
           coalesce(i.problem, CASE WHEN r.status = 'failed' THEN r.failure END) AS problem, r.status AS refund_status`,
  from: 'refund_bulk_items i LEFT JOIN refunds r ON r.account_id = i.account_id AND r.refund_id = i.refund_id',
  id: { column: 'i.item_id', schema: z.uuid() },
  filters: {
    bulkId: anyOf('i.bulk_id', z.uuid()),
    status: anyOf('i.status', z.enum(REFUND_BULK_ITEM_STATUSES)),
  },
  sorts: {},
  defaultSort: ['id', 'ASC'],
};

export interface BulkItemRow {
  item_id: string;
  bulk_id: string;
  purchase_id: string;
  account_id: string | null;
  amount_minor: bigint | null;
  currency: string | null;
  status: RefundBulkItemStatus;
  refund_id: string | null;
  problem: ItemProblem | null;
  refund_status: RefundStatus | null;
}

export const bulkItemOf = (row: BulkItemRow): StaffRefundBulkItem => ({
  id: row.item_id,
  bulkId: row.bulk_id,
  purchaseId: row.purchase_id,
  accountId: row.account_id,
  money:
    row.amount_minor === null || row.currency === null
      ? null
      : { amountMinor: Number(row.amount_minor), currency: row.currency },
  status: row.status,
  refundId: row.refund_id,
  refundStatus: row.refund_status,
  problem: row.problem,
});
