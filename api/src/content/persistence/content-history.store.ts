import {
  addressedTo,
  CONTENT_HISTORY_DAYS,
  type ContentDay,
  type ContentHistory,
  type ContentVerdictName,
  DAY,
  encodeContentHistory,
  MAX_ADDRESSED,
  NOTHING_FLAGGED,
} from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** Counting is one after the other per account: whoever comes later sees what the one before has committed. */
const LOCK = {
  name: 'content-history-lock',
  text: 'SELECT FROM accounts WHERE account_id = ANY($1::text[]) ORDER BY account_id FOR NO KEY UPDATE',
};
const DAYS = {
  name: 'content-history-days',
  text: `
    SELECT account_id, (extract(epoch FROM scanned_at) / 86400)::float8 AS day_at,
           count(*) FILTER (WHERE verdict = 'scam')::int AS scams,
           count(*) FILTER (WHERE verdict = 'suspect')::int AS suspects,
           max(last_seen_at) FILTER (WHERE verdict = 'scam') AS last_scam_at, max(last_seen_at) AS last_flagged_at,
           (array_agg(verdict ORDER BY last_seen_at DESC))[1] AS last_verdict
    FROM (SELECT account_id, date_trunc('day', scanned_at, 'UTC') AS scanned_at, last_seen_at, verdict
          FROM content_scans
          WHERE account_id = ANY($1::text[]) AND verdict <> 'clean' AND scanned_at >= $2) AS flagged
    GROUP BY account_id, scanned_at ORDER BY scanned_at DESC`,
};
const ADDRESSED = {
  name: 'content-history-addressed',
  text: `
    SELECT w.account_id, s.recipient_ids, s.last_seen_at
    FROM unnest($1::text[]) AS w (account_id)
    CROSS JOIN LATERAL (
      SELECT recipient_ids, last_seen_at FROM content_scans s
      WHERE s.account_id = w.account_id AND s.verdict <> 'clean' AND cardinality(s.recipient_ids) > 0
      ORDER BY s.scan_id DESC LIMIT ${MAX_ADDRESSED}) AS s`,
};
/** The domain that most others spread; of a domain that everybody spreads, the latest thousand texts. */
const SHARED = {
  name: 'content-history-shared',
  text: `
    SELECT mine.account_id, max(others.accounts)::int AS accounts
    FROM (SELECT DISTINCT s.account_id, d.domain
          FROM content_scans s JOIN content_scan_domains d USING (account_id, scan_id)
          WHERE s.account_id = ANY($1::text[]) AND s.verdict <> 'clean' AND s.scanned_at >= $2 AND d.flagged
          LIMIT 1000) AS mine
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT account_id) AS accounts
      FROM (SELECT account_id FROM content_scan_domains o WHERE o.domain = mine.domain AND o.flagged
            ORDER BY o.scan_id DESC LIMIT 1000) AS spread
      WHERE spread.account_id <> mine.account_id) AS others
    GROUP BY 1`,
};
const WRITE = {
  name: 'content-history-write',
  text: `UPDATE accounts a SET content_history = n.history
         FROM unnest($1::text[], $2::text[]) AS n (account_id, history)
         WHERE a.account_id = n.account_id AND a.content_history <> n.history`,
};

interface DayRow {
  account_id: string;
  day_at: number;
  scams: number;
  suspects: number;
  last_scam_at: Date | null;
  last_flagged_at: Date;
  last_verdict: ContentVerdictName;
}

/**
 * Counts anew what these accounts have written that is suspect or a scam, for the facts that rules read (`content.scams30d`
 * and the like). Belongs to the transaction that changes a verdict; repeating it ends in the same history.
 */
export async function countFlaggedContent(
  tx: Queryable,
  accountIds: readonly string[],
  now: number,
): Promise<void> {
  if (accountIds.length === 0) return;
  const ids = textArrayOf(accountIds);
  const since = new Date((Math.floor(now / DAY) - CONTENT_HISTORY_DAYS + 1) * DAY);
  const [, days, addressed, shared] = await Promise.all([
    tx.query(LOCK, [ids]),
    tx.query<DayRow>(DAYS, [ids, since]),
    tx.query<{ account_id: string; recipient_ids: string[]; last_seen_at: Date }>(ADDRESSED, [ids]),
    tx.query<{ account_id: string; accounts: number }>(SHARED, [ids, since]),
  ]);
  const histories = accountIds.map((accountId) => {
    const mine = <T extends { account_id: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.account_id === accountId);
    const sent = mine(addressed).flatMap((row) =>
      row.recipient_ids.map((recipient) => addressedTo(recipient, row.last_seen_at.getTime())),
    );
    return encodeContentHistory({
      ...historyOf(mine(days)),
      addressed: sent,
      sharedDomainAccounts: mine(shared)[0]?.accounts ?? 0,
    });
  });
  await tx.query(WRITE, [ids, textArrayOf(histories)]);
}

/** The rows of one account, the latest day first. */
function historyOf(rows: readonly DayRow[]): ContentHistory {
  if (rows.length === 0) return NOTHING_FLAGGED;
  const latest = rows.reduce((a, b) => (b.last_flagged_at > a.last_flagged_at ? b : a));
  const scams = rows.flatMap((row) => (row.last_scam_at ? [row.last_scam_at.getTime()] : []));
  const days: ContentDay[] = rows.map(({ day_at, scams, suspects }) => ({ day: day_at, scams, suspects }));
  return {
    ...NOTHING_FLAGGED,
    days,
    lastScamAt: scams.length > 0 ? Math.max(...scams) : null,
    lastFlaggedAt: latest.last_flagged_at.getTime(),
    lastVerdict: latest.last_verdict,
  };
}
