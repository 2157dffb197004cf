import type { CaseVerdict, Measure } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import type { CaseActor, CaseKey } from './cases.store.js';

/** What one measure did to one thing; `details` is what undoing it needs. */
export interface CaseEffect {
  readonly type: Measure['type'];
  readonly outcome: 'done' | 'skipped';
  readonly subject: { readonly type: string; readonly id: string };
  readonly why: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

export const DECISION_STATUSES = ['proposed', 'final', 'sent_back', 'reversed'] as const;
export type DecisionStatus = (typeof DECISION_STATUSES)[number];

export interface CaseDecisionRecord extends CaseKey {
  readonly decisionNo: number;
  readonly status: DecisionStatus;
  readonly verdict: CaseVerdict;
  readonly policyCode: string;
  readonly policyVersion: number;
  readonly macro: { readonly id: string; readonly version: number } | null;
  readonly note: string | null;
  readonly measures: readonly Measure[];
  readonly effects: readonly CaseEffect[];
  readonly valueUsdMinor: bigint;
  readonly adverse: boolean;
  readonly decidedBy: CaseActor;
  readonly decidedAt: number;
  readonly claimedAt: number | null;
  readonly confirmedBy: CaseActor | null;
  readonly confirmedAt: number | null;
  readonly reversedAt: number | null;
  /** The attempt it was taken by, where that was named. */
  readonly requestId: string | null;
}

interface Row {
  account_id: string;
  case_id: string;
  decision_no: number;
  status: DecisionStatus;
  verdict: CaseVerdict;
  policy_code: string;
  policy_version: number;
  macro_id: string | null;
  macro_version: number | null;
  note: string | null;
  measures: Measure[];
  effects: CaseEffect[];
  value_usd_minor: bigint;
  adverse: boolean;
  decided_by: CaseActor;
  decided_at: Date;
  claimed_at: Date | null;
  confirmed_by: CaseActor | null;
  confirmed_at: Date | null;
  reversed_at: Date | null;
  request_id: string | null;
}

const COLUMNS = `account_id, case_id, decision_no, status, verdict, policy_code, policy_version, macro_id, macro_version, note,
  measures, effects, value_usd_minor, adverse, decided_by, decided_at, claimed_at, confirmed_by, confirmed_at, reversed_at,
  request_id`;

const toDecision = (row: Row): CaseDecisionRecord => ({
  accountId: row.account_id,
  caseId: row.case_id,
  decisionNo: row.decision_no,
  status: row.status,
  verdict: row.verdict,
  policyCode: row.policy_code,
  policyVersion: row.policy_version,
  macro: row.macro_id === null ? null : { id: row.macro_id, version: row.macro_version! },
  note: row.note,
  measures: row.measures,
  effects: row.effects,
  valueUsdMinor: row.value_usd_minor,
  adverse: row.adverse,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at.getTime(),
  claimedAt: row.claimed_at?.getTime() ?? null,
  confirmedBy: row.confirmed_by,
  confirmedAt: row.confirmed_at?.getTime() ?? null,
  reversedAt: row.reversed_at?.getTime() ?? null,
  requestId: row.request_id,
});

const instant = (at: number | null) => (at === null ? null : new Date(at));
const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** Writes a decision, or brings it to its new state; who decided what, and when, never changes. */
export async function writeDecision(tx: Queryable, decision: CaseDecisionRecord): Promise<void> {
  await tx.query(
    `INSERT INTO case_decisions (${COLUMNS})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
     ON CONFLICT (account_id, case_id, decision_no) DO UPDATE
       SET status = excluded.status, effects = excluded.effects, confirmed_by = excluded.confirmed_by,
           confirmed_at = excluded.confirmed_at, reversed_at = excluded.reversed_at`,
    [
      decision.accountId,
      decision.caseId,
      decision.decisionNo,
      decision.status,
      decision.verdict,
      decision.policyCode,
      decision.policyVersion,
      decision.macro?.id ?? null,
      decision.macro?.version ?? null,
      decision.note,
      JSON.stringify(decision.measures),
      JSON.stringify(decision.effects),
      decision.valueUsdMinor,
      decision.adverse,
      JSON.stringify(decision.decidedBy),
      new Date(decision.decidedAt),
      instant(decision.claimedAt),
      json(decision.confirmedBy),
      instant(decision.confirmedAt),
      instant(decision.reversedAt),
      decision.requestId,
    ],
  );
}

export async function readDecisions(db: Queryable, caseId: string): Promise<CaseDecisionRecord[]> {
  const text = `SELECT ${COLUMNS} FROM case_decisions WHERE case_id = $1 ORDER BY decision_no`;
  return (await db.query<Row>(text, [caseId])).map(toDecision);
}

/** The one that counts, or waits to. */
export async function readLastDecision(db: Queryable, caseId: string): Promise<CaseDecisionRecord | null> {
  return (await readDecisions(db, caseId)).at(-1) ?? null;
}

/** Whether another decision that stands wants the account shut out too. */
export async function restrictedElsewhere(db: Queryable, decision: CaseDecisionRecord): Promise<boolean> {
  const rows = await db.query(
    `SELECT FROM case_decisions
     WHERE account_id = $1 AND case_id <> $2 AND status = 'final'
       AND EXISTS (SELECT FROM json_array_elements(effects) AS e
                   WHERE e ->> 'type' IN ('restrict_account', 'suspend_account')) LIMIT 1`,
    [decision.accountId, decision.caseId],
  );
  return rows.length > 0;
}
