import type { StaffContentScan } from '@coinwarden/contracts';
import {
  CONTENT_KINDS,
  CONTENT_VERDICTS,
  idFloor,
  normalizeDomain,
  openContentActions,
} from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import {
  anyOf,
  filter,
  flag,
  moment,
  type StaffResource,
  searchText,
} from '../../platform/http/staff-list.js';
import type { ContentScanRow } from '../persistence/content-scans.store.js';

/** As much of a text as a list shows. */
export const EXCERPT = 'left(text, 240) AS excerpt';

export type ContentScanListRow = Omit<ContentScanRow, 'text' | 'spans' | 'content_ids' | 'recipient_ids'> & {
  excerpt: string;
};

const id = z.string().min(1).max(128);
/** The latest texts that link to a domain; older ones are found by narrowing the time. */
const MAX_DOMAIN_ROWS = 5_000;

const linksTo = (domain: string, param: (value: unknown) => string) =>
  `scan_id = ANY(ARRAY(SELECT d.scan_id FROM content_scan_domains d WHERE d.domain = ${param(normalizeDomain(domain))}
    ORDER BY d.scan_id DESC LIMIT ${MAX_DOMAIN_ROWS}))`;

export const CONTENT_SCANS: StaffResource = {
  name: 'content-scans',
  select: `account_id, scan_id, kind, source, scanned_at, last_seen_at, times, ${EXCERPT},
           language, verdict, scanned_verdict, score, reasons, links, scanned_chars, review`,
  from: 'content_scans',
  id: { column: 'scan_id', schema: z.uuid() },
  filters: {
    verdict: anyOf('verdict', z.enum(CONTENT_VERDICTS)),
    kind: anyOf('kind', z.enum(CONTENT_KINDS)),
    source: anyOf('source', z.enum(['platform', 'report'])),
    review: anyOf('review', z.enum(['confirmed', 'cleared'])),
    /** Suspect or scam, and nobody has said a word yet. */
    waiting: flag("verdict <> 'clean' AND review IS NULL"),
    accountId: anyOf('account_id', id),
    contentId: filter(id, (value, param) => `content_ids @> ARRAY[${param(value)}::text]`),
    domain: filter(searchText, linksTo),
    q: filter(searchText, (text, param) => `(account_id = ${param(text)} OR ${linksTo(text, param)})`),
    from: filter(moment, (value, param) => `scan_id >= ${param(idFloor(value.getTime()))}::uuid`),
    to: filter(moment, (value, param) => `scan_id < ${param(idFloor(value.getTime()))}::uuid`),
  },
  sorts: { scannedAt: 'scan_id' },
  defaultSort: ['id', 'DESC'],
};

export const contentScanRecord =
  ({ permissions }: StaffActor) =>
  (row: ContentScanListRow): StaffContentScan => ({
    id: row.scan_id,
    accountId: row.account_id,
    kind: row.kind,
    verdict: row.verdict,
    scannedVerdict: row.scanned_verdict,
    score: row.score,
    review: row.review,
    excerpt: row.excerpt,
    reasonCodes: [...new Set(row.reasons.map(({ code }) => code))],
    domains: row.links.map(({ domain }) => domain),
    times: row.times,
    language: row.language,
    source: row.source,
    scannedAt: row.scanned_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    allowedActions: permissions.has('content.review') ? [...openContentActions(row.review)] : [],
  });
