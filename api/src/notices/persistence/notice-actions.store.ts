import type { NoticeSource, NoticeState } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface LockedNotice {
  readonly state: NoticeState;
  readonly source: NoticeSource;
  readonly provider_notice_id: string;
}

export async function lockNotice(tx: Queryable, noticeId: string): Promise<LockedNotice | null> {
  const [row] = await tx.query<LockedNotice>(
    'SELECT state, source, provider_notice_id FROM provider_notices WHERE notice_id = $1 FOR UPDATE',
    [noticeId],
  );
  return row ?? null;
}

/** Back to the state of a notice that has just come, its counts of tries with it. */
export async function restart(tx: Queryable, noticeId: string, now: number): Promise<void> {
  await tx.query(
    `UPDATE provider_notices
     SET state = 'received', next_attempt_at = $2, attempts = 0, failures = 0, waits = 0, reason = NULL, reason_code = NULL,
         reason_values = NULL, processed_at = NULL
     WHERE notice_id = $1`,
    [noticeId, new Date(now)],
  );
}
