import type { Queryable } from '../../../platform/database/sql.js';

/** What a key was answered with. */
export interface KeptAnswer {
  readonly key: string;
  readonly requestSha256: Buffer;
  readonly status: number;
  readonly body: string;
  /** How often it is still to be lost on the way. */
  readonly lossesLeft: number;
}

/** Whether nobody else is at work under this key; until the transaction ends nobody else will be. */
export async function lockKey(tx: Queryable, key: string): Promise<boolean> {
  const [row] = await tx.query<{ got: boolean }>(
    "SELECT pg_try_advisory_xact_lock(hashtextextended('sandbox ' || $1, 0)) AS got",
    [key],
  );
  return row?.got ?? false;
}

export async function readAnswer(db: Queryable, key: string): Promise<KeptAnswer | null> {
  const [row] = await db.query<{ request_sha256: Buffer; status: number; body: string; losses_left: number }>(
    'SELECT request_sha256, status, body, losses_left FROM sandbox.answers WHERE idempotency_key = $1',
    [key],
  );
  if (!row) return null;
  const { request_sha256, status, body, losses_left } = row;
  return { key, requestSha256: request_sha256, status, body, lossesLeft: losses_left };
}

export const keepAnswer = (tx: Queryable, answer: KeptAnswer, at: number): Promise<unknown> =>
  tx.query(
    `INSERT INTO sandbox.answers (idempotency_key, request_sha256, status, body, losses_left, created_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [answer.key, answer.requestSha256, answer.status, answer.body, answer.lossesLeft, new Date(at)],
  );

export const loseOnce = (tx: Queryable, key: string): Promise<unknown> =>
  tx.query('UPDATE sandbox.answers SET losses_left = losses_left - 1 WHERE idempotency_key = $1', [key]);
