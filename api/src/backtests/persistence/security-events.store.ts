import type { AccountEvent } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

export type PastEvent = AccountEvent;

const EVENTS = {
  name: 'backtest-security-events',
  text: `SELECT account_id, type, (extract(epoch FROM occurred_at) * 1000)::float8 AS occurred_at
         FROM account_events
         WHERE account_id = ANY($1::text[]) AND type IN ('sign_in', 'sign_in_failed', 'credential_change')
         ORDER BY account_id, occurred_at, event_id`,
};

/** What changed an account's security, in the order it happened. */
export async function readSecurityEvents(
  db: Queryable,
  accountIds: readonly string[],
): Promise<Map<string, PastEvent[]>> {
  const rows = await db.query<{ account_id: string; type: PastEvent['type']; occurred_at: number }>(EVENTS, [
    textArrayOf(accountIds),
  ]);
  const events = new Map<string, PastEvent[]>();
  for (const { account_id: accountId, type, occurred_at: occurredAt } of rows) {
    let own = events.get(accountId);
    if (!own) {
      own = [];
      events.set(accountId, own);
    }
    // A good sign-in after a good one changes nothing, and most are.
    if (type === 'sign_in' && own.at(-1)?.type === 'sign_in') continue;
    own.push({ type, occurredAt });
  }
  return events;
}
