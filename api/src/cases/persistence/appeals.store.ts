import type { Queryable } from '../../platform/database/sql.js';
import type { CaseActor, CaseKey } from './cases.store.js';

export type AppealStatus = 'open' | 'granted' | 'denied';

export interface Undone {
  readonly type: string;
  readonly outcome: 'undone' | 'kept';
  readonly why: string | null;
  readonly subject: { readonly type: string; readonly id: string };
}

export interface AppealRecord extends CaseKey {
  readonly appealId: string;
  readonly decisionNo: number;
  readonly status: AppealStatus;
  readonly statement: string;
  readonly openedBy: CaseActor;
  readonly openedAt: number;
  readonly dueAt: number;
  readonly decidedBy: CaseActor | null;
  readonly decidedAt: number | null;
  readonly answer: string | null;
  readonly undone: readonly Undone[];
}

export interface AppealRow {
  account_id: string;
  appeal_id: string;
  case_id: string;
  decision_no: number;
  status: AppealStatus;
  statement: string;
  opened_by: CaseActor;
  opened_at: Date;
  due_at: Date;
  decided_by: CaseActor | null;
  decided_at: Date | null;
  answer: string | null;
  undone: Undone[] | null;
}

export const APPEAL_COLUMNS = `account_id, appeal_id, case_id, decision_no, status, statement, opened_by, opened_at, due_at,
  decided_by, decided_at, answer, undone`;

export const toAppeal = (row: AppealRow): AppealRecord => ({
  accountId: row.account_id,
  appealId: row.appeal_id,
  caseId: row.case_id,
  decisionNo: row.decision_no,
  status: row.status,
  statement: row.statement,
  openedBy: row.opened_by,
  openedAt: row.opened_at.getTime(),
  dueAt: row.due_at.getTime(),
  decidedBy: row.decided_by,
  decidedAt: row.decided_at?.getTime() ?? null,
  answer: row.answer,
  undone: row.undone ?? [],
});

/** The latest of a case: at most one waits. */
export async function readAppealOf(db: Queryable, caseId: string): Promise<AppealRecord | null> {
  const text = `SELECT ${APPEAL_COLUMNS} FROM case_appeals WHERE case_id = $1 ORDER BY decision_no DESC LIMIT 1`;
  const [row] = await db.query<AppealRow>(text, [caseId]);
  return row ? toAppeal(row) : null;
}

export async function readAppeals(db: Queryable, appealIds: readonly string[]): Promise<AppealRecord[]> {
  const text = `SELECT ${APPEAL_COLUMNS} FROM case_appeals WHERE appeal_id = ANY($1::uuid[])`;
  return (await db.query<AppealRow>(text, [appealIds])).map(toAppeal);
}

export async function insertAppeal(tx: Queryable, appeal: AppealRecord): Promise<void> {
  await tx.query(
    `INSERT INTO case_appeals (account_id, appeal_id, case_id, decision_no, status, statement, opened_by, opened_at, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      appeal.accountId,
      appeal.appealId,
      appeal.caseId,
      appeal.decisionNo,
      appeal.status,
      appeal.statement,
      JSON.stringify(appeal.openedBy),
      new Date(appeal.openedAt),
      new Date(appeal.dueAt),
    ],
  );
}

/** Ends an open appeal; its case is locked. */
export async function endAppeal(tx: Queryable, appeal: AppealRecord): Promise<void> {
  await tx.query(
    `UPDATE case_appeals SET status = $3, decided_by = $4, decided_at = $5, answer = $6, undone = $7
     WHERE account_id = $1 AND appeal_id = $2 AND status = 'open'`,
    [
      appeal.accountId,
      appeal.appealId,
      appeal.status,
      JSON.stringify(appeal.decidedBy),
      appeal.decidedAt === null ? null : new Date(appeal.decidedAt),
      appeal.answer,
      JSON.stringify(appeal.undone),
    ],
  );
}

/** The latest decided case that a platform may mean; null when nothing was decided against the account. */
export async function findAppealable(
  db: Queryable,
  of: { accountId: string; caseId?: string | undefined; transactionId?: string | undefined },
): Promise<string | null> {
  const [row] = await db.query<{ case_id: string }>(
    `SELECT c.case_id FROM cases c
     JOIN case_decisions d ON d.account_id = c.account_id AND d.case_id = c.case_id AND d.decision_no = c.decision_no
     WHERE c.account_id = $1 AND c.origin = 'review' AND d.adverse AND d.status IN ('final', 'reversed')
       AND ($2::uuid IS NULL OR c.case_id = $2)
       AND ($3::uuid IS NULL OR EXISTS (
         SELECT FROM case_alerts a WHERE a.case_id = c.case_id AND a.transaction_id = $3))
     ORDER BY (d.status = 'final') DESC, c.decided_at DESC, c.case_id DESC LIMIT 1`,
    [of.accountId, of.caseId ?? null, of.transactionId ?? null],
  );
  return row?.case_id ?? null;
}
