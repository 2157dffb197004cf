import type { NoticeReason, PaymentProvider } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface NewAnswer {
  readonly noticeId: string;
  readonly provider: PaymentProvider;
  readonly transactionRef: string;
  readonly token: string | null;
  readonly application: string | null;
  readonly accountId: string | null;
  readonly purchaseId: string | null;
  readonly requestReason: string | null;
  readonly dueAt: number;
  readonly state: 'pending' | 'expired';
  readonly error: NoticeReason | null;
}

/** One answer per question. A replay opens again what was not sent, while there is time. */
export async function openAnswer(tx: Queryable, answer: NewAnswer, now: number): Promise<void> {
  await tx.query(
    {
      name: 'consumption-answers-open',
      text: `
        INSERT INTO consumption_answers AS a
          (notice_id, provider, transaction_ref, token, application, account_id, purchase_id, request_reason, due_at,
           state, next_attempt_at, error, error_code, error_values, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, CASE WHEN $10 = 'pending' THEN $11::timestamptz END,
                $12, $13, $14, $11)
        ON CONFLICT (notice_id) DO UPDATE
        SET state = 'pending', next_attempt_at = $11, account_id = $6, purchase_id = $7, error = NULL, error_code = NULL,
            error_values = NULL
        WHERE a.state IN ('withheld', 'refused', 'expired') AND excluded.state = 'pending' AND a.due_at > $11`,
    },
    [
      answer.noticeId,
      answer.provider,
      answer.transactionRef,
      answer.token,
      answer.application,
      answer.accountId,
      answer.purchaseId,
      answer.requestReason,
      new Date(answer.dueAt),
      answer.state,
      new Date(now),
      ...columnsOf(answer.error),
    ],
  );
}

export interface DueAnswer {
  readonly notice_id: string;
  readonly provider: 'apple' | 'google';
  readonly transaction_ref: string;
  readonly token: string | null;
  readonly application: string | null;
  readonly purchase_id: string;
  readonly due_at: Date;
  readonly attempts: number;
}

/** Takes answers that are due, the nearest deadline first; until `leaseEnd` nobody else sends them. */
export function claimAnswers(
  db: Queryable,
  { now, leaseEnd, max }: { readonly now: number; readonly leaseEnd: number; readonly max: number },
): Promise<DueAnswer[]> {
  return db.query<DueAnswer>(
    `UPDATE consumption_answers SET attempts = attempts + 1, next_attempt_at = $2
     WHERE notice_id IN (
       SELECT notice_id FROM consumption_answers WHERE state = 'pending' AND next_attempt_at <= $1
       ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING notice_id, provider, transaction_ref, token, application, purchase_id, due_at, attempts`,
    [new Date(now), new Date(leaseEnd), max],
  );
}

export interface AnswerResult {
  readonly state: 'pending' | 'sent' | 'withheld' | 'refused' | 'expired';
  readonly nextAttemptAt: number | null;
  readonly error: NoticeReason | null;
  readonly computed: object | null;
  readonly request: object | null;
}

export async function recordAnswer(
  db: Queryable,
  { notice_id, attempts }: DueAnswer,
  result: AnswerResult,
  now: number,
): Promise<void> {
  await db.query(
    `UPDATE consumption_answers
     SET state = $3, next_attempt_at = $4, computed = coalesce($5, computed), request = coalesce($6, request),
         sent_at = CASE WHEN $3 = 'sent' THEN $7::timestamptz END, error = $8, error_code = $9, error_values = $10
     WHERE notice_id = $1 AND attempts = $2 AND state = 'pending'`,
    [
      notice_id,
      attempts,
      result.state,
      result.nextAttemptAt === null ? null : new Date(result.nextAttemptAt),
      result.computed && JSON.stringify(result.computed),
      result.request && JSON.stringify(result.request),
      new Date(now),
      ...columnsOf(result.error),
    ],
  );
}

const columnsOf = (error: NoticeReason | null) => [
  error?.message ?? null,
  error?.code ?? null,
  error && JSON.stringify(error.values),
];
