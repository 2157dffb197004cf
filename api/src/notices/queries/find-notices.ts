import type { SearchClues } from '@coinwarden/domain';
import { NOTICE_SOURCES, type NoticeState } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import {
  Finds,
  type LookUp,
  SEARCHED_ROWS,
  type SearchSource,
  searchHit,
} from '../../platform/search/search-source.js';

interface NoticeHitRow {
  notice_id: string;
  provider: string;
  kind: string;
  state: NoticeState;
  received_at: Date;
}

const FOUND = `
  SELECT notice_id, provider, kind, state, received_at FROM provider_notices
  WHERE notice_id = ANY(ARRAY(
    SELECT $1::text::uuid WHERE $1::text IS NOT NULL
    UNION ALL SELECT notice_id FROM provider_notices WHERE source = ANY($2::text[]) AND provider_notice_id = $3
    UNION ALL (SELECT notice_id FROM provider_notices WHERE payment_refs @> ARRAY[$3::text] LIMIT 100)))
  ORDER BY notice_id DESC LIMIT ${SEARCHED_ROWS}`;

/** By its id, the provider’s id of it, or the payment it tells of. */
@Injectable()
@Finds({ kind: 'notice', requires: 'notice.read' })
export class FindNotices implements SearchSource {
  lookUp({ uuid, reference }: SearchClues): LookUp | null {
    if (reference === null && uuid === null) return null;
    return {
      text: FOUND,
      values: [uuid, [...NOTICE_SOURCES], reference],
      hit: (row: NoticeHitRow) =>
        searchHit({
          id: row.notice_id,
          title: row.kind,
          detail: row.provider,
          status: row.state,
          at: row.received_at.toISOString(),
        }),
    };
  }
}
