import type { SearchClues } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { startPattern } from '../../platform/http/staff-list.js';
import {
  Finds,
  type LookUp,
  SEARCHED_ROWS,
  type SearchSource,
  searchHit,
} from '../../platform/search/search-source.js';
import { PROMOTION_STATUS } from './promotion-records.js';

interface PromotionHitRow {
  promotion_id: string;
  name: string;
  code: string | null;
  status: string;
  starts_at: Date;
}

/** There are as many promotions as people wrote; of codes that work once there may be millions, found by their key. */
const FOUND = `
  SELECT p.promotion_id, p.name, p.code, (${PROMOTION_STATUS}) AS status, p.starts_at FROM promotions p
  WHERE p.promotion_id = $1 OR upper(p.code) = upper($1) OR lower(p.name) LIKE $2
     OR p.promotion_id = ANY(ARRAY(SELECT promotion_id FROM promotion_codes WHERE code = upper($1)))
  ORDER BY p.starts_at DESC LIMIT ${SEARCHED_ROWS}`;

/** By its id, one of its codes, or how its name starts. */
@Injectable()
@Finds({ kind: 'promotion', requires: 'catalogue.read' })
export class FindPromotions implements SearchSource {
  lookUp({ text }: SearchClues): LookUp {
    return {
      text: FOUND,
      values: [text, startPattern(text)],
      hit: (row: PromotionHitRow) =>
        searchHit({
          id: row.promotion_id,
          title: row.name,
          detail: row.code,
          status: row.status,
          at: row.starts_at.toISOString(),
        }),
    };
  }
}
