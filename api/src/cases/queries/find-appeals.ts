import type { SearchClues } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import {
  Finds,
  type LookUp,
  SEARCHED_ROWS,
  type SearchSource,
  searchHit,
} from '../../platform/search/search-source.js';

interface AppealHitRow {
  appeal_id: string;
  account_id: string;
  status: string;
  opened_at: Date;
}

const FOUND = `
  SELECT appeal_id, account_id, status, opened_at FROM case_appeals
  WHERE appeal_id = $1::uuid OR case_id = $1::uuid
  ORDER BY appeal_id DESC LIMIT ${SEARCHED_ROWS}`;

/** By its id, or of the case it is about. */
@Injectable()
@Finds({ kind: 'appeal', requires: 'appeal.read' })
export class FindAppeals implements SearchSource {
  lookUp({ uuid }: SearchClues): LookUp | null {
    if (uuid === null) return null;
    return {
      text: FOUND,
      values: [uuid],
      hit: (row: AppealHitRow) =>
        searchHit({
          id: row.appeal_id,
          title: row.account_id,
          status: row.status,
          at: row.opened_at.toISOString(),
        }),
    };
  }
}
