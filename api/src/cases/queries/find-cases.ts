import type { CaseStatus, SearchClues } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import {
  Finds,
  type LookUp,
  SEARCHED_ROWS,
  type SearchSource,
  searchHit,
} from '../../platform/search/search-source.js';

interface CaseHitRow {
  case_id: string;
  account_id: string;
  queue_id: string;
  status: CaseStatus;
  opened_at: Date;
}

const FOUND = `
  SELECT case_id, account_id, queue_id, status, opened_at FROM cases
  WHERE case_id = ANY(ARRAY(
    SELECT $1::text::uuid WHERE $1::text IS NOT NULL
    UNION ALL (SELECT case_id FROM cases WHERE account_id = $2 ORDER BY case_id DESC LIMIT ${SEARCHED_ROWS})))
  ORDER BY case_id DESC LIMIT ${SEARCHED_ROWS}`;

/** By its id, or the latest ones of an account. */
@Injectable()
@Finds({ kind: 'case', requires: 'case.read' })
export class FindCases implements SearchSource {
  lookUp({ uuid, text }: SearchClues): LookUp {
    return {
      text: FOUND,
      values: [uuid, text],
      hit: (row: CaseHitRow) =>
        searchHit({
          id: row.case_id,
          title: row.account_id,
          detail: row.queue_id,
          status: row.status,
          at: row.opened_at.toISOString(),
        }),
    };
  }
}
