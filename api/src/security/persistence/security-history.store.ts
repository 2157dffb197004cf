import type { Credential, Place, SecurityEventType, StepUpMethod } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface SecurityHistoryRow {
  readonly event_id: string;
  readonly type: SecurityEventType;
  readonly occurred_at: Date;
  readonly device_id: string | null;
  readonly ip: string | null;
  readonly details: {
    readonly place?: Place;
    readonly credential?: Credential;
    readonly method?: StepUpMethod;
    readonly outcome?: 'passed' | 'failed';
    readonly userAgent?: string;
  };
}

const HISTORY = {
  name: 'security-history',
  text: `SELECT event_id, type, occurred_at, device_id, ip, details
         FROM account_events WHERE account_id = $1 AND type <> 'report'
         ORDER BY event_id DESC LIMIT $2`,
};

/** The latest that was told of an account, in the order it happened. */
export async function readSecurityHistory(
  db: Queryable,
  accountId: string,
  limit: number,
): Promise<SecurityHistoryRow[]> {
  const rows = await db.query<SecurityHistoryRow>(HISTORY, [accountId, limit]);
  return rows.sort(
    (a, b) => a.occurred_at.getTime() - b.occurred_at.getTime() || (a.event_id < b.event_id ? -1 : 1),
  );
}
