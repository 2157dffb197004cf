import type { NewAlert } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** What a user said about an account. */
export interface UserReport {
  readonly accountId: string;
  readonly eventId: string;
  readonly receivedAt: number;
  readonly reporterId: string | null;
  readonly reason: string | null;
  readonly text: string | null;
  readonly contentId: string | null;
}

export async function readReports(
  db: Queryable,
  refs: readonly { accountId: string; eventId: string }[],
): Promise<UserReport[]> {
  const rows = await db.query<{
    account_id: string;
    event_id: string;
    received_at: Date;
    details: { reporterId?: string; reason?: string; note?: string; contentId?: string };
  }>(
    `SELECT account_id, event_id, received_at, details FROM account_events
     WHERE (account_id, event_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[])) AND type = 'report'`,
    [textArrayOf(refs.map((r) => r.accountId)), textArrayOf(refs.map((r) => r.eventId))],
  );
  return rows.map(({ account_id, event_id, received_at, details }) => ({
    accountId: account_id,
    eventId: event_id,
    receivedAt: received_at.getTime(),
    reporterId: details.reporterId ?? null,
    reason: details.reason ?? null,
    text: details.note ?? null,
    contentId: details.contentId ?? null,
  }));
}

/** The case that an alert is in, or null when it was never raised. */
export async function caseOfAlert(
  db: Queryable,
  { accountId, kind, key }: Pick<NewAlert, 'accountId' | 'kind' | 'key'>,
): Promise<string | null> {
  const [row] = await db.query<{ case_id: string }>(
    'SELECT case_id FROM case_alerts WHERE account_id = $1 AND kind = $2 AND key = $3',
    [accountId, kind, key],
  );
  return row?.case_id ?? null;
}
