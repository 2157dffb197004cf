import type { Dispute } from '@coinwarden/contracts';
import type { Queryable } from '../../platform/database/sql.js';
import {
  DISPUTE_COLUMNS,
  type DisputeRecord,
  type DisputeRow,
  toDispute,
} from '../persistence/disputes.store.js';

export const instantOf = (at: number): string => new Date(at).toISOString();
export const instantOrNull = (at: number | null): string | null => (at === null ? null : instantOf(at));

/** A dispute as the platform sees it. */
export function disputeView(dispute: DisputeRecord): Dispute {
  const net = dispute.withdrawnMinor - dispute.reinstatedMinor;
  return {
    disputeId: dispute.disputeId,
    provider: dispute.provider,
    providerDisputeId: dispute.providerDisputeId,
    purchaseId: dispute.purchaseId,
    accountId: dispute.accountId,
    stage: dispute.stage,
    status: dispute.status,
    reason: dispute.reason,
    category: dispute.category,
    networkReasonCode: dispute.networkReasonCode,
    scheme: dispute.scheme,
    money: { amountMinor: Number(dispute.amountMinor), currency: dispute.currency },
    withdrawnMinor: Number(net > 0n ? net : 0n),
    feeMinor: Number(dispute.feeMinor),
    openedAt: instantOf(dispute.openedAt),
    dueAt: instantOrNull(dispute.dueAt),
    answeredAt: instantOrNull(dispute.answeredAt),
    closedAt: instantOrNull(dispute.closedAt),
  };
}

/** Several at once, by their ids. */
export async function readDisputeViews(
  db: Queryable,
  disputeIds: readonly string[],
): Promise<ReadonlyMap<string, Dispute>> {
  const text = `SELECT ${DISPUTE_COLUMNS} FROM disputes d WHERE d.dispute_id = ANY($1::uuid[])`;
  const rows = await db.query<DisputeRow>(text, [disputeIds]);
  return new Map(rows.map(toDispute).map((dispute) => [dispute.disputeId, disputeView(dispute)]));
}
