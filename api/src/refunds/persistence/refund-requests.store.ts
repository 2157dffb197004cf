import { createHash } from 'node:crypto';
import type { RefundAnswer, RefundRequest } from '@coinwarden/contracts';
import { canonicalJson } from '../../platform/audit/audit-chain.js';
import type { Queryable } from '../../platform/database/sql.js';

export const requestHash = (request: RefundRequest): Buffer =>
  createHash('sha256').update(canonicalJson(request)).digest();

export interface KeptRequest {
  readonly requestHash: Buffer;
  readonly answer: unknown;
}

/** Null when the key is ours now; else what was asked under it. Waits for another who is using it. */
export async function claimRequest(
  tx: Queryable,
  { accountId, key, hash, at }: { accountId: string; key: string; hash: Buffer; at: number },
): Promise<KeptRequest | null> {
  const claimed = await tx.query(
    `INSERT INTO refund_requests (account_id, idempotency_key, request_hash, requested_at)
     VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1`,
    [accountId, key, hash, new Date(at)],
  );
  if (claimed.length > 0) return null;
  const [row] = await tx.query<{ request_hash: Buffer; answer: unknown }>(
    'SELECT request_hash, answer FROM refund_requests WHERE account_id = $1 AND idempotency_key = $2',
    [accountId, key],
  );
  return { requestHash: row!.request_hash, answer: row!.answer };
}

export async function keepAnswer(
  tx: Queryable,
  of: { accountId: string; key: string; refundId: string; answer: RefundAnswer },
): Promise<void> {
  await tx.query(
    'UPDATE refund_requests SET refund_id = $3, answer = $4 WHERE account_id = $1 AND idempotency_key = $2',
    [of.accountId, of.key, of.refundId, JSON.stringify(of.answer)],
  );
}
