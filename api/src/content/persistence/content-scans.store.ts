import type {
  ContentKind,
  ContentReview,
  ContentSpan,
  ContentVerdictName,
  Reason,
  ScannedDomain,
} from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

export type ContentSource = 'platform' | 'report';

export interface ContentScanRow {
  account_id: string;
  scan_id: string;
  kind: ContentKind;
  source: ContentSource;
  scanned_at: Date;
  last_seen_at: Date;
  times: number;
  content_ids: string[];
  recipient_ids: string[];
  text: string;
  display_name: string | null;
  language: string | null;
  verdict: ContentVerdictName;
  scanned_verdict: ContentVerdictName;
  score: number;
  reasons: Reason[];
  spans: ContentSpan[];
  links: ScannedDomain[];
  scanned_chars: number;
  review: ContentReview | null;
}

/** A scanned text on its way into the table; `textHash` is 32 hex digits. */
export interface NewScan
  extends Omit<ContentScanRow, 'scanned_at' | 'last_seen_at' | 'review' | 'scanned_verdict'> {
  readonly textHash: string;
  readonly at: number;
}

/** How a text stands once it is stored: as a row of its own, or counted to the one that was there. */
export interface StoredScan {
  readonly scanId: string;
  readonly verdict: ContentVerdictName;
  readonly review: ContentReview | null;
  readonly times: number;
  readonly isNew: boolean;
}

const HOUR_MS = 3_600_000;
/** As many ids as anybody reads; a text that is spread further only counts on. */
const MAX_IDS = 100;

const merged = (column: string) =>
  `CASE WHEN cardinality(old.${column}) >= ${MAX_IDS} OR old.${column} @> excluded.${column} THEN old.${column}
        ELSE ARRAY(SELECT DISTINCT unnest(old.${column} || excluded.${column}) LIMIT ${MAX_IDS}) END`;

const COLUMNS = `account_id, scan_id, kind, source, text_hash, hour, scanned_at, last_seen_at, times, content_ids,
  recipient_ids, text, display_name, language, verdict, scanned_verdict, score, reasons, spans, links, scanned_chars`;

const INSERT = {
  name: 'content-scans-insert',
  text: `
    INSERT INTO content_scans AS old (${COLUMNS})
    SELECT ${COLUMNS} FROM json_populate_recordset(NULL::content_scans, $1::json)
    ON CONFLICT (account_id, text_hash, hour, scanned_verdict) DO UPDATE
      SET times = old.times + excluded.times, last_seen_at = greatest(old.last_seen_at, excluded.last_seen_at),
          content_ids = ${merged('content_ids')}, recipient_ids = ${merged('recipient_ids')}
    RETURNING account_id, encode(text_hash, 'hex') AS text_hash, hour, scanned_verdict, scan_id, verdict, review, times,
              xmax = 0 AS is_new`,
};

/** What makes two texts one row: a disguise may change the score, but not what the text is. */
export const scanName = (scan: {
  account_id: string;
  textHash: string;
  at: number;
  scannedVerdict: ContentVerdictName;
}): string => JSON.stringify([scan.account_id, scan.textHash, hourOf(scan.at), scan.scannedVerdict]);

const hourOf = (at: number): number => Math.floor(at / HOUR_MS) * HOUR_MS;

/**
 * Stores scans, each name once (see `scanName`), in one statement. Rows are taken in the order of their names, so that
 * two batches with the same texts wait for each other but never in a circle.
 */
export async function storeScans(
  tx: Queryable,
  scans: ReadonlyMap<string, NewScan>,
): Promise<Map<string, StoredScan>> {
  const inOrder = [...scans].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, scan]) => toRow(scan));
  const rows = await tx.query<
    Pick<ContentScanRow, 'account_id' | 'scan_id' | 'scanned_verdict' | 'verdict' | 'review' | 'times'> & {
      text_hash: string;
      hour: Date;
      is_new: boolean;
    }
  >(INSERT, [JSON.stringify(inOrder)]);
  return new Map(
    rows.map((row) => [
      scanName({
        account_id: row.account_id,
        textHash: row.text_hash,
        at: row.hour.getTime(),
        scannedVerdict: row.scanned_verdict,
      }),
      {
        scanId: row.scan_id,
        verdict: row.verdict,
        review: row.review,
        times: row.times,
        isNew: row.is_new,
      },
    ]),
  );
}

function toRow({ textHash, at, ...scan }: NewScan) {
  const moment = new Date(at).toISOString();
  return {
    ...scan,
    scanned_verdict: scan.verdict,
    text_hash: `\\x${textHash}`,
    hour: new Date(hourOf(at)).toISOString(),
    scanned_at: moment,
    last_seen_at: moment,
  };
}

export interface LinkedDomain {
  readonly accountId: string;
  readonly scanId: string;
  readonly domain: string;
  readonly flagged: boolean;
}

export async function insertLinkedDomains(tx: Queryable, domains: readonly LinkedDomain[]): Promise<void> {
  if (domains.length === 0) return;
  await tx.query(
    {
      name: 'content-scan-domains-insert',
      text: `INSERT INTO content_scan_domains (account_id, scan_id, domain, flagged)
             SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::boolean[])`,
    },
    [
      textArrayOf(domains.map((d) => d.accountId)),
      textArrayOf(domains.map((d) => d.scanId)),
      textArrayOf(domains.map((d) => d.domain)),
      domains.map((d) => d.flagged),
    ],
  );
}

/** The latest scan of a piece of content by its author. */
export async function findScanOfContent(
  db: Queryable,
  { accountId, contentId }: { accountId: string; contentId: string },
): Promise<string | null> {
  const [row] = await db.query<{ scan_id: string }>(
    `SELECT scan_id FROM content_scans WHERE content_ids @> ARRAY[$2::text] AND account_id = $1
     ORDER BY scan_id DESC LIMIT 1`,
    [accountId, contentId],
  );
  return row?.scan_id ?? null;
}
