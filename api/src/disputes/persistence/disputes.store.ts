import type {
  CostComparison,
  DisputeStage,
  DisputeStatus,
  EvidenceCategory,
  LiableParty,
  PaymentProvider,
} from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** A dispute as its row keeps it: the fold of what the provider told, with what people did. */
export interface DisputeRecord {
  readonly disputeId: string;
  readonly provider: PaymentProvider;
  readonly providerDisputeId: string;
  readonly reference: string;
  /** Both null while the purchase is not known. */
  readonly accountId: string | null;
  readonly purchaseId: string | null;
  readonly stage: DisputeStage;
  readonly status: DisputeStatus;
  readonly reason: string;
  readonly category: EvidenceCategory;
  readonly networkReasonCode: string | null;
  readonly scheme: string | null;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly openedAt: number;
  readonly dueAt: number | null;
  readonly dueFrom: 'provider' | 'scheme' | null;
  readonly withdrawnMinor: bigint;
  readonly reinstatedMinor: bigint;
  readonly feeMinor: bigint;
  readonly refundable: boolean;
  readonly acceptedAt: number | null;
  readonly answeredAt: number | null;
  readonly answering: boolean;
  readonly liable: LiableParty | null;
  readonly assigneeId: string | null;
  readonly comparison: CostComparison | null;
  readonly refundId: string | null;
  readonly closedAt: number | null;
}

/** Column by field, in the order in which they are written. */
const COLUMNS = {
  disputeId: 'dispute_id',
  provider: 'provider',
  providerDisputeId: 'provider_dispute_id',
  reference: 'reference',
  accountId: 'account_id',
  purchaseId: 'purchase_id',
  stage: 'stage',
  status: 'status',
  reason: 'reason',
  category: 'category',
  networkReasonCode: 'network_reason_code',
  scheme: 'scheme',
  amountMinor: 'amount_minor',
  currency: 'currency',
  openedAt: 'opened_at',
  dueAt: 'due_at',
  dueFrom: 'due_from',
  withdrawnMinor: 'withdrawn_minor',
  reinstatedMinor: 'reinstated_minor',
  feeMinor: 'fee_minor',
  refundable: 'refundable',
  acceptedAt: 'accepted_at',
  answeredAt: 'answered_at',
  answering: 'answering',
  liable: 'liable',
  assigneeId: 'assignee_id',
  comparison: 'comparison',
  refundId: 'refund_id',
  closedAt: 'closed_at',
} as const satisfies Record<keyof DisputeRecord, string>;

const FIELDS = Object.keys(COLUMNS) as (keyof DisputeRecord)[];
const TIMES: ReadonlySet<keyof DisputeRecord> = new Set([
  'openedAt',
  'dueAt',
  'acceptedAt',
  'answeredAt',
  'closedAt',
]);

export const DISPUTE_COLUMNS = FIELDS.map((field) => `d.${COLUMNS[field]}`).join(', ');

export type DisputeRow = Readonly<Record<string, unknown>>;

export function toDispute(row: DisputeRow): DisputeRecord {
  const entries = FIELDS.map((field) => {
    const value = row[COLUMNS[field]];
    return [field, TIMES.has(field) && value instanceof Date ? value.getTime() : value];
  });
  return Object.fromEntries(entries) as DisputeRecord;
}

const columnValue = (dispute: DisputeRecord, field: keyof DisputeRecord): unknown => {
  const value = dispute[field];
  if (value === null) return null;
  if (TIMES.has(field)) return new Date(value as number);
  return field === 'comparison' ? JSON.stringify(value) : value;
};

export async function readDispute(db: Queryable, disputeId: string): Promise<DisputeRecord | null> {
  const text = `SELECT ${DISPUTE_COLUMNS} FROM disputes d WHERE d.dispute_id = $1`;
  const [row] = await db.query<DisputeRow>(text, [disputeId]);
  return row ? toDispute(row) : null;
}

/** Locks it: a notice, an answer and a person's action wait for each other here. */
export async function lockDispute(tx: Queryable, disputeId: string): Promise<DisputeRecord | null> {
  const text = `SELECT ${DISPUTE_COLUMNS} FROM disputes d WHERE d.dispute_id = $1 FOR UPDATE`;
  const [row] = await tx.query<DisputeRow>(text, [disputeId]);
  return row ? toDispute(row) : null;
}

/** Opens the dispute if it is new, and locks it; of two first notices at once the second finds the first's. */
export async function openDispute(
  tx: Queryable,
  dispute: DisputeRecord,
  at: number,
): Promise<{ dispute: DisputeRecord; opened: boolean }> {
  const columns = FIELDS.map((field) => COLUMNS[field]).join(', ');
  const params = FIELDS.map((_, i) => `$${i + 1}`).join(', ');
  const inserted = await tx.query(
    `INSERT INTO disputes (${columns}, updated_at) VALUES (${params}, $${FIELDS.length + 1})
     ON CONFLICT (provider, provider_dispute_id) DO NOTHING RETURNING dispute_id`,
    [...FIELDS.map((field) => columnValue(dispute, field)), new Date(at)],
  );
  if (inserted.length > 0) return { dispute, opened: true };
  const [row] = await tx.query<DisputeRow>(
    `SELECT ${DISPUTE_COLUMNS} FROM disputes d WHERE d.provider = $1 AND d.provider_dispute_id = $2 FOR UPDATE`,
    [dispute.provider, dispute.providerDisputeId],
  );
  return { dispute: toDispute(row!), opened: false };
}

/** The caller holds its lock. */
export async function updateDispute(tx: Queryable, dispute: DisputeRecord, at: number): Promise<void> {
  const changing = FIELDS.filter((field) => field !== 'disputeId');
  const set = changing.map((field, i) => `${COLUMNS[field]} = $${i + 3}`).join(', ');
  await tx.query(`UPDATE disputes SET ${set}, updated_at = $2 WHERE dispute_id = $1`, [
    dispute.disputeId,
    new Date(at),
    ...changing.map((field) => columnValue(dispute, field)),
  ]);
}

export async function findOverdueDisputes(db: Queryable, at: number, limit: number): Promise<string[]> {
  const rows = await db.query<{ dispute_id: string }>(
    `SELECT dispute_id FROM disputes WHERE status = 'needs_response' AND due_at <= $1 ORDER BY due_at LIMIT $2`,
    [new Date(at), limit],
  );
  return rows.map((row) => row.dispute_id);
}

/** Inquiries of a purchase that may have been prevented by a refund of it. */
export async function findOpenInquiries(db: Queryable, refundId: string): Promise<string[]> {
  const rows = await db.query<{ dispute_id: string }>(
    `SELECT d.dispute_id FROM disputes d JOIN refunds r ON r.account_id = d.account_id AND r.transaction_id = d.purchase_id
     WHERE r.refund_id = $1 AND d.stage = 'inquiry'`,
    [refundId],
  );
  return rows.map((row) => row.dispute_id);
}

/** Unmatched ones whose payment belongs to a purchase by now. */
export async function findMatchableDisputes(db: Queryable, limit: number): Promise<string[]> {
  const rows = await db.query<{ dispute_id: string }>(
    `SELECT d.dispute_id FROM disputes d
     JOIN payment_references p ON p.provider = d.provider AND p.reference = d.reference
     WHERE d.purchase_id IS NULL LIMIT $1`,
    [limit],
  );
  return rows.map((row) => row.dispute_id);
}

/** A refund that will not be made stands in nobody's way. */
export async function releaseRefund(tx: Queryable, refundId: string): Promise<void> {
  await tx.query('UPDATE disputes SET refund_id = NULL WHERE refund_id = $1', [refundId]);
}
