import type { RefundBulkStatus, RequesterKind } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import type { RefundActor } from './refunds.store.js';

export interface MoneySum {
  readonly amountMinor: number;
  readonly currency: string;
}

export interface RefundBulkRecord {
  readonly bulkId: string;
  readonly reason: string;
  readonly note: string | null;
  readonly status: RefundBulkStatus;
  readonly requesterKind: RequesterKind;
  readonly requestedBy: RefundActor;
  readonly approvedBy: RefundActor | null;
  readonly requestedAt: number;
  readonly changedAt: number;
  readonly items: number;
  readonly money: readonly MoneySum[];
  readonly usdMinor: bigint;
  readonly previewHash: string;
}

export interface RefundBulkRow {
  bulk_id: string;
  reason: string;
  note: string | null;
  status: RefundBulkStatus;
  requester_kind: RequesterKind;
  requested_by: RefundActor;
  approved_by: RefundActor | null;
  requested_at: Date;
  changed_at: Date;
  items: number;
  money: MoneySum[];
  usd_minor: bigint;
  preview_hash: string;
}

export const BULK_COLUMNS = `bulk_id, reason, note, status, requester_kind, requested_by, approved_by, requested_at,
  changed_at, items, money, usd_minor, preview_hash`;

export const toBulkRecord = (row: RefundBulkRow): RefundBulkRecord => ({
  bulkId: row.bulk_id,
  reason: row.reason,
  note: row.note,
  status: row.status,
  requesterKind: row.requester_kind,
  requestedBy: row.requested_by,
  approvedBy: row.approved_by,
  requestedAt: row.requested_at.getTime(),
  changedAt: row.changed_at.getTime(),
  items: row.items,
  money: row.money,
  usdMinor: row.usd_minor,
  previewHash: row.preview_hash,
});

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

export async function insertBulk(tx: Queryable, bulk: RefundBulkRecord): Promise<void> {
  await tx.query(
    `INSERT INTO refund_bulks (${BULK_COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      bulk.bulkId,
      bulk.reason,
      bulk.note,
      bulk.status,
      bulk.requesterKind,
      json(bulk.requestedBy),
      json(bulk.approvedBy),
      new Date(bulk.requestedAt),
      new Date(bulk.changedAt),
      bulk.items,
      json(bulk.money),
      bulk.usdMinor,
      bulk.previewHash,
    ],
  );
}

/** `share`: its items may be worked off side by side, while nobody changes the bulk. */
export async function lockBulk(
  tx: Queryable,
  bulkId: string,
  strength: 'update' | 'share' = 'update',
): Promise<RefundBulkRecord | null> {
  const lock = strength === 'update' ? 'FOR UPDATE' : 'FOR SHARE';
  const text = `SELECT ${BULK_COLUMNS} FROM refund_bulks WHERE bulk_id = $1 ${lock}`;
  const [row] = await tx.query<RefundBulkRow>(text, [bulkId]);
  return row ? toBulkRecord(row) : null;
}

export async function updateBulk(
  tx: Queryable,
  bulk: Pick<RefundBulkRecord, 'bulkId' | 'status' | 'approvedBy' | 'changedAt'>,
): Promise<void> {
  await tx.query(
    'UPDATE refund_bulks SET status = $2, approved_by = $3, changed_at = $4 WHERE bulk_id = $1',
    [bulk.bulkId, bulk.status, json(bulk.approvedBy), new Date(bulk.changedAt)],
  );
}

export async function runningBulks(db: Queryable): Promise<string[]> {
  const text = "SELECT bulk_id FROM refund_bulks WHERE status = 'running' ORDER BY bulk_id";
  return (await db.query<{ bulk_id: string }>(text)).map((row) => row.bulk_id);
}
