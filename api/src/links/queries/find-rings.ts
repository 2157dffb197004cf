import type { SearchClues } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import {
  Finds,
  type LookUp,
  SEARCHED_ROWS,
  type SearchSource,
  searchHit,
} from '../../platform/search/search-source.js';

interface RingHitRow {
  ring_id: string;
  status: string;
  center_id: string;
  members: number;
  last_at: Date;
}

const FOUND = `
  SELECT ring_id, status, center_id, members, last_at FROM rings
  WHERE ring_id = ANY(ARRAY(
    SELECT $1::text::uuid WHERE $1::text IS NOT NULL
    UNION ALL (SELECT ring_id FROM ring_members WHERE account_id = $2 ORDER BY ring_id DESC LIMIT ${SEARCHED_ROWS})))
  ORDER BY ring_id DESC LIMIT ${SEARCHED_ROWS}`;

/** By its id, or those an account belongs to. */
@Injectable()
@Finds({ kind: 'ring', requires: 'ring.read' })
export class FindRings implements SearchSource {
  lookUp({ uuid, text }: SearchClues): LookUp {
    return {
      text: FOUND,
      values: [uuid, text],
      hit: (row: RingHitRow) =>
        searchHit({
          id: row.ring_id,
          title: row.center_id,
          status: row.status,
          at: row.last_at.toISOString(),
          count: row.members,
        }),
    };
  }
}
