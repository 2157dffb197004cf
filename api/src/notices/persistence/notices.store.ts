import type {
  NoticeFact,
  NoticeReason,
  NoticeSource,
  NoticeState,
  PaymentProvider,
} from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface NewNotice {
  readonly noticeId: string;
  readonly source: NoticeSource;
  readonly provider: PaymentProvider;
  readonly providerNoticeId: string;
  readonly kind: string;
  readonly occurredAt: number;
  readonly receivedAt: number;
  readonly body: Buffer;
  readonly headersSha256: Buffer;
  /** How often it came in this batch beyond the first time. */
  readonly repetitions: number;
}

export interface StoredNotice {
  readonly notice_id: string;
  readonly source: NoticeSource;
  readonly provider_notice_id: string;
  /** It was there before. */
  readonly repeated: boolean;
}

/**
 * Stores what is new, counts what is a repetition, and announces that something waits: one statement, one commit. No id
 * of a provider may come twice in it.
 */
export function storeNotices(
  db: Queryable,
  notices: readonly NewNotice[],
  outboxId: string,
): Promise<StoredNotice[]> {
  const column = (of: (notice: NewNotice) => unknown) => notices.map(of);
  return db.query<StoredNotice>(
    {
      name: 'notices-store',
      text: `
        WITH stored AS (
          INSERT INTO provider_notices AS n (notice_id, source, provider, provider_notice_id, kind, occurred_at,
                                             received_at, body, headers_sha256, repetitions, state, next_attempt_at)
          SELECT notice_id, source, provider, provider_notice_id, kind, occurred_at, received_at, decode(body, 'base64'),
                 decode(headers, 'hex'), repetitions, 'received', received_at
          FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[],
                      $8::text[], $9::text[], $10::int[])
            AS u (notice_id, source, provider, provider_notice_id, kind, occurred_at, received_at, body, headers,
                  repetitions)
          ON CONFLICT (source, provider_notice_id) DO UPDATE SET repetitions = n.repetitions + excluded.repetitions + 1
          RETURNING notice_id, source, provider_notice_id, xmax <> 0 AS repeated
        ), told AS (
          INSERT INTO outbox (outbox_id, topic, payload)
          SELECT $11, 'notices.received', '{}' WHERE EXISTS (SELECT FROM stored WHERE NOT repeated)
        )
        SELECT * FROM stored`,
    },
    [
      column((n) => n.noticeId),
      column((n) => n.source),
      column((n) => n.provider),
      column((n) => n.providerNoticeId),
      column((n) => n.kind),
      column((n) => new Date(n.occurredAt)),
      column((n) => new Date(n.receivedAt)),
      column((n) => n.body.toString('base64')),
      column((n) => n.headersSha256.toString('hex')),
      column((n) => n.repetitions),
      outboxId,
    ],
  );
}

export interface ClaimedNotice {
  readonly notice_id: string;
  readonly source: NoticeSource;
  readonly provider: PaymentProvider;
  readonly provider_notice_id: string;
  readonly occurred_at: Date;
  readonly received_at: Date;
  readonly body: Buffer;
  readonly attempts: number;
  readonly failures: number;
  readonly waits: number;
}

/**
 * Takes notices whose time has come, the longest due first. Until `leaseEnd` they are this process's; if it dies, they
 * come due again by themselves. Any number of processes take side by side.
 */
export async function claimNotices(
  db: Queryable,
  { now, leaseEnd, max }: { readonly now: number; readonly leaseEnd: number; readonly max: number },
): Promise<ClaimedNotice[]> {
  const claimed = await db.query<ClaimedNotice>(
    {
      name: 'notices-claim',
      text: `
        UPDATE provider_notices SET state = 'processing', attempts = attempts + 1, next_attempt_at = $2
        WHERE notice_id IN (
          SELECT notice_id FROM provider_notices WHERE next_attempt_at <= $1
          ORDER BY next_attempt_at, notice_id LIMIT $3 FOR UPDATE SKIP LOCKED)
        RETURNING notice_id, source, provider, provider_notice_id, occurred_at, received_at, body, attempts, failures,
                  waits`,
    },
    [new Date(now), new Date(leaseEnd), max],
  );
  return claimed.sort((a, b) => a.occurred_at.getTime() - b.occurred_at.getTime());
}

export interface NoticeResult {
  readonly noticeId: string;
  /** Of the claim: when another has taken it over meanwhile, its result stands. */
  readonly attempts: number;
  readonly state: NoticeState;
  readonly failed: boolean;
  readonly waited: boolean;
  readonly nextAttemptAt: number | null;
  readonly reason: NoticeReason | null;
  readonly factType: NoticeFact['type'] | null;
  readonly references: readonly string[];
  readonly accountId: string | null;
  readonly purchaseId: string | null;
}

export async function recordResults(
  db: Queryable,
  results: readonly NoticeResult[],
  now: number,
): Promise<void> {
  if (results.length === 0) return;
  const column = (of: (result: NoticeResult) => unknown) => results.map(of);
  await db.query(
    {
      name: 'notices-record',
      text: `
        UPDATE provider_notices n
        SET state = u.state, next_attempt_at = u.next_attempt_at, reason = u.reason,
            reason_code = u.reason_code, reason_values = u.reason_values,
            failures = n.failures + u.failed::int, waits = n.waits + u.waited::int,
            processed_at = CASE WHEN u.state = 'processed' THEN $12::timestamptz END,
            fact_type = coalesce(u.fact_type, n.fact_type),
            payment_refs = ARRAY(SELECT json_array_elements_text(u.refs)),
            account_id = coalesce(u.account_id, n.account_id), purchase_id = coalesce(u.purchase_id, n.purchase_id)
        FROM unnest($1::uuid[], $2::int[], $3::text[], $4::bool[], $5::bool[], $6::timestamptz[], $7::text[], $8::text[],
                    $9::json[], $10::text[], $11::uuid[], $13::text[], $14::json[])
          AS u (notice_id, attempts, state, failed, waited, next_attempt_at, reason, fact_type, refs, account_id,
                purchase_id, reason_code, reason_values)
        WHERE n.notice_id = u.notice_id AND n.attempts = u.attempts AND n.state = 'processing'`,
    },
    [
      column((r) => r.noticeId),
      column((r) => r.attempts),
      column((r) => r.state),
      column((r) => r.failed),
      column((r) => r.waited),
      column((r) => (r.nextAttemptAt === null ? null : new Date(r.nextAttemptAt))),
      column((r) => r.reason?.message ?? null),
      column((r) => r.factType),
      column((r) => JSON.stringify(r.references)),
      column((r) => r.accountId),
      column((r) => r.purchaseId),
      new Date(now),
      column((r) => r.reason?.code ?? null),
      column((r) => r.reason && JSON.stringify(r.reason.values)),
    ],
  );
}
