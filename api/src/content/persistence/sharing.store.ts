import type { Queryable } from '../../platform/database/sql.js';

export interface SharingRow {
  account_id: string;
  domain: string | null;
  scans: number;
  scan_id: string;
}

const MAX_SHARING = 50;
/** Of a domain or text that everybody spreads, the latest. */
const MAX_SCANS = 1_000;

/** Other accounts that wrote the same suspect text, or whose suspect texts link to one of the same domains. */
export async function readSharing(
  db: Queryable,
  { accountId, scanId }: { accountId: string; scanId: string },
): Promise<SharingRow[]> {
  const key = [accountId, scanId];
  const [byText, byDomain] = await Promise.all([
    db.query<SharingRow>(
      `SELECT account_id, NULL AS domain, count(*)::int AS scans, (array_agg(scan_id ORDER BY scan_id DESC))[1] AS scan_id
       FROM (SELECT o.account_id, o.scan_id
             FROM content_scans s JOIN content_scans o ON o.text_hash = s.text_hash
             WHERE s.account_id = $1 AND s.scan_id = $2 AND o.scanned_verdict <> 'clean'
             ORDER BY o.scan_id DESC LIMIT ${MAX_SCANS}) AS same
       WHERE account_id <> $1 GROUP BY 1 ORDER BY 4 DESC LIMIT ${MAX_SHARING}`,
      key,
    ),
    db.query<SharingRow>(
      `SELECT spread.account_id, mine.domain, count(*)::int AS scans,
              (array_agg(spread.scan_id ORDER BY spread.scan_id DESC))[1] AS scan_id
       FROM content_scan_domains mine
       CROSS JOIN LATERAL (
         SELECT account_id, scan_id FROM content_scan_domains o WHERE o.domain = mine.domain AND o.flagged
         ORDER BY o.scan_id DESC LIMIT ${MAX_SCANS}) AS spread
       WHERE mine.account_id = $1 AND mine.scan_id = $2 AND spread.account_id <> $1
       GROUP BY 1, 2 ORDER BY 4 DESC LIMIT ${MAX_SHARING}`,
      key,
    ),
  ]);
  return [...byText, ...byDomain];
}
