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

interface GiftHitRow {
  gift_id: string;
  name: string;
  status: string;
  coins: bigint;
}

/** There are as many gifts as people wrote. */
const FOUND = `
  SELECT gift_id, name, status, coins FROM gifts WHERE lower(gift_id) LIKE $1 OR lower(name) LIKE $1
  ORDER BY position, gift_id LIMIT ${SEARCHED_ROWS}`;

/** By how the id or the name starts. */
@Injectable()
@Finds({ kind: 'gift', requires: 'catalogue.read' })
export class FindGifts implements SearchSource {
  lookUp({ text }: SearchClues): LookUp {
    return {
      text: FOUND,
      values: [startPattern(text)],
      hit: (row: GiftHitRow) =>
        searchHit({ id: row.gift_id, title: row.name, status: row.status, coins: Number(row.coins) }),
    };
  }
}
