import type { DisputeStage } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import type { DisputeActor } from './dispute-events.store.js';

/** What was sent to the provider, or is about to be: written before it is called. */
export interface AnswerRecord {
  readonly disputeId: string;
  readonly stage: DisputeStage;
  readonly kind: 'evidence' | 'acceptance';
  readonly hash: string | null;
  readonly fields: Readonly<Record<string, string>> | null;
  readonly pdf: Buffer | null;
  readonly askedBy: DisputeActor;
  readonly askedAt: number;
  readonly sentAt: number | null;
  readonly refusal: string | null;
  readonly tries: number;
  readonly tryAt: number | null;
}

interface Row {
  dispute_id: string;
  stage: DisputeStage;
  kind: AnswerRecord['kind'];
  hash: string | null;
  fields: Record<string, string> | null;
  pdf: Buffer | null;
  asked_by: DisputeActor;
  asked_at: Date;
  sent_at: Date | null;
  refusal: string | null;
  tries: number;
  try_at: Date | null;
}

const toAnswer = (row: Row): AnswerRecord => ({
  disputeId: row.dispute_id,
  stage: row.stage,
  kind: row.kind,
  hash: row.hash,
  fields: row.fields,
  pdf: row.pdf,
  askedBy: row.asked_by,
  askedAt: row.asked_at.getTime(),
  sentAt: row.sent_at?.getTime() ?? null,
  refusal: row.refusal,
  tries: row.tries,
  tryAt: row.try_at?.getTime() ?? null,
});

const COLUMNS = `dispute_id, stage, kind, hash, fields, pdf, asked_by, asked_at, sent_at, refusal, tries, try_at`;

export async function readAnswers(db: Queryable, disputeId: string): Promise<AnswerRecord[]> {
  const text = `SELECT ${COLUMNS} FROM dispute_answers WHERE dispute_id = $1 ORDER BY asked_at`;
  return (await db.query<Row>(text, [disputeId])).map(toAnswer);
}

/** Once per stage: an answer that the provider refused may be followed by another. */
export async function writeAnswer(tx: Queryable, answer: AnswerRecord): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO dispute_answers (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, NULL, 0, $9)
     ON CONFLICT (dispute_id, stage) DO UPDATE
     SET kind = excluded.kind, hash = excluded.hash, fields = excluded.fields, pdf = excluded.pdf,
         asked_by = excluded.asked_by, asked_at = excluded.asked_at, refusal = NULL, tries = 0, try_at = excluded.try_at
     WHERE dispute_answers.refusal IS NOT NULL RETURNING dispute_id`,
    [
      answer.disputeId,
      answer.stage,
      answer.kind,
      answer.hash,
      answer.fields === null ? null : JSON.stringify(answer.fields),
      answer.pdf,
      JSON.stringify(answer.askedBy),
      new Date(answer.askedAt),
      new Date(answer.tryAt ?? answer.askedAt),
    ],
  );
  return rows.length > 0;
}

export async function findAnswersToSend(db: Queryable, at: number, limit: number): Promise<string[]> {
  const rows = await db.query<{ dispute_id: string }>(
    'SELECT dispute_id FROM dispute_answers WHERE try_at <= $1 ORDER BY try_at LIMIT $2',
    [new Date(at), limit],
  );
  return rows.map((row) => row.dispute_id);
}

/** How asking went; the caller holds the dispute's lock. */
export async function updateAnswer(
  tx: Queryable,
  { disputeId, stage, sentAt, refusal, tries, tryAt }: AnswerRecord,
): Promise<void> {
  const text = `
    UPDATE dispute_answers SET sent_at = $3, refusal = $4, tries = $5, try_at = $6
    WHERE dispute_id = $1 AND stage = $2`;
  const asDate = (at: number | null) => (at === null ? null : new Date(at));
  await tx.query(text, [disputeId, stage, asDate(sentAt), refusal, tries, asDate(tryAt)]);
}
