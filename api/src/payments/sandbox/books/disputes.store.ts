import type { Queryable } from '../../../platform/database/sql.js';

export const SANDBOX_DISPUTE_STATUSES = [
  'warning_needs_response',
  'warning_under_review',
  'warning_closed',
  'needs_response',
  'under_review',
  'won',
  'lost',
] as const;
export type SandboxDisputeStatus = (typeof SANDBOX_DISPUTE_STATUSES)[number];

export interface SandboxDispute {
  readonly disputeId: string;
  readonly paymentId: string;
  readonly amountMinor: bigint;
  readonly status: SandboxDisputeStatus;
  readonly caseType: 'inquiry' | 'chargeback';
  readonly reason: string;
  readonly networkReasonCode: string;
  readonly evidence: Readonly<Record<string, string>>;
  readonly submissions: number;
  readonly dueAt: number;
  readonly createdAt: number;
  readonly verdict: 'won' | 'lost' | null;
  readonly decideAfterMs: number | null;
  readonly decideAt: number | null;
}

interface Row {
  dispute_id: string;
  payment_id: string;
  amount_minor: bigint;
  status: SandboxDisputeStatus;
  case_type: SandboxDispute['caseType'];
  reason: string;
  network_reason_code: string;
  evidence: Record<string, string>;
  submissions: number;
  due_at: Date;
  created_at: Date;
  verdict: SandboxDispute['verdict'];
  decide_after_ms: bigint | null;
  decide_at: Date | null;
}

const toDispute = (row: Row): SandboxDispute => ({
  disputeId: row.dispute_id,
  paymentId: row.payment_id,
  amountMinor: row.amount_minor,
  status: row.status,
  caseType: row.case_type,
  reason: row.reason,
  networkReasonCode: row.network_reason_code,
  evidence: row.evidence,
  submissions: row.submissions,
  dueAt: row.due_at.getTime(),
  createdAt: row.created_at.getTime(),
  verdict: row.verdict,
  decideAfterMs: row.decide_after_ms === null ? null : Number(row.decide_after_ms),
  decideAt: row.decide_at?.getTime() ?? null,
});

export async function disputesOf(db: Queryable, paymentId: string): Promise<SandboxDispute[]> {
  const text = 'SELECT * FROM sandbox.disputes WHERE payment_id = $1 ORDER BY created_at DESC, dispute_id';
  return (await db.query<Row>(text, [paymentId])).map(toDispute);
}

export async function readSandboxDispute(db: Queryable, disputeId: string): Promise<SandboxDispute | null> {
  const [row] = await db.query<Row>('SELECT * FROM sandbox.disputes WHERE dispute_id = $1', [disputeId]);
  return row ? toDispute(row) : null;
}

/** Writes it, new or changed. */
export async function saveDispute(tx: Queryable, dispute: SandboxDispute): Promise<void> {
  await tx.query(
    `INSERT INTO sandbox.disputes (dispute_id, payment_id, amount_minor, status, case_type, reason, network_reason_code,
                                   evidence, submissions, due_at, created_at, verdict, decide_after_ms, decide_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (dispute_id) DO UPDATE SET
       status = excluded.status, case_type = excluded.case_type, evidence = excluded.evidence,
       submissions = excluded.submissions, due_at = excluded.due_at, verdict = excluded.verdict,
       decide_after_ms = excluded.decide_after_ms, decide_at = excluded.decide_at`,
    [
      dispute.disputeId,
      dispute.paymentId,
      dispute.amountMinor,
      dispute.status,
      dispute.caseType,
      dispute.reason,
      dispute.networkReasonCode,
      JSON.stringify(dispute.evidence),
      dispute.submissions,
      new Date(dispute.dueAt),
      new Date(dispute.createdAt),
      dispute.verdict,
      dispute.decideAfterMs,
      dispute.decideAt === null ? null : new Date(dispute.decideAt),
    ],
  );
}

export async function disputesDue(db: Queryable, now: number): Promise<SandboxDispute[]> {
  const text = `SELECT * FROM sandbox.disputes WHERE decide_at <= $1 ORDER BY decide_at, dispute_id LIMIT 100`;
  return (await db.query<Row>(text, [new Date(now)])).map(toDispute);
}

/** Of those that still wait for evidence. */
export const hurryDecisions = (db: Queryable, decideAfterMs: number): Promise<unknown> =>
  db.query(`UPDATE sandbox.disputes SET decide_after_ms = $1 WHERE submissions = 0 AND verdict IS NOT NULL`, [
    decideAfterMs,
  ]);
