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
import { PACKAGES } from './package-records.js';

interface PackageHitRow {
  package_id: string;
  name: string;
  tier: string;
  coins: bigint;
}

/** There are as many packages as people wrote; prices are found by the index of their SKU. */
const FOUND = `
  SELECT p.package_id, v.name, v.tier, v.coins FROM ${PACKAGES.from}
  WHERE lower(p.package_id) LIKE $1 OR lower(v.name) LIKE $1
     OR p.package_id = ANY(ARRAY(SELECT package_id FROM price_points WHERE sku_apple = $2 OR sku_google = $2))
  ORDER BY v.position, p.package_id LIMIT ${SEARCHED_ROWS}`;

/** By how the id or the name starts, or a store’s SKU. */
@Injectable()
@Finds({ kind: 'package', requires: 'catalogue.read' })
export class FindPackages implements SearchSource {
  lookUp({ text }: SearchClues): LookUp {
    return {
      text: FOUND,
      values: [startPattern(text), text],
      hit: (row: PackageHitRow) =>
        searchHit({
          id: row.package_id,
          title: row.name,
          detail: row.package_id,
          type: row.tier,
          coins: Number(row.coins),
        }),
    };
  }
}
