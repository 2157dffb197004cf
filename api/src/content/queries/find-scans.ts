import type { SearchClues } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import {
  Finds,
  type LookUp,
  SEARCHED_ROWS,
  type SearchSource,
  searchHit,
} from '../../platform/search/search-source.js';

interface ScanHitRow {
  scan_id: string;
  account_id: string;
  kind: string;
  verdict: string;
  excerpt: string;
  scanned_at: Date;
}

const FOUND = `
  SELECT scan_id, account_id, kind, verdict, left(text, 80) AS excerpt, scanned_at FROM content_scans
  WHERE scan_id = ANY(ARRAY(
    SELECT $1::text::uuid WHERE $1::text IS NOT NULL
    UNION ALL (SELECT scan_id FROM content_scans WHERE content_ids @> ARRAY[$2::text] LIMIT 100)))
  ORDER BY scan_id DESC LIMIT ${SEARCHED_ROWS}`;

/** By its id, or of the content it was written on. */
@Injectable()
@Finds({ kind: 'content_scan', requires: 'content.read' })
export class FindScans implements SearchSource {
  lookUp({ uuid, reference }: SearchClues): LookUp | null {
    if (uuid === null && reference === null) return null;
    return {
      text: FOUND,
      values: [uuid, reference],
      hit: (row: ScanHitRow) =>
        searchHit({
          id: row.scan_id,
          title: row.excerpt,
          detail: row.account_id,
          status: row.verdict,
          type: row.kind,
          at: row.scanned_at.toISOString(),
        }),
    };
  }
}
