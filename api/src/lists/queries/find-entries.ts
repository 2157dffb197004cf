import {
  LIST_VALUE_TYPES,
  type ListValueType,
  masked,
  type SearchClues,
  seesInClear,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { startPattern } from '../../platform/http/staff-list.js';
import {
  Finds,
  type LookUp,
  SEARCHED_ROWS,
  type SearchSource,
  searchHit,
} from '../../platform/search/search-source.js';
import { LISTED_DETAILS } from './list-records.js';

interface EntryHitRow {
  entry_id: string;
  list: string;
  type: ListValueType;
  value: string;
  reason: string;
  created_at: Date;
}

const COLUMNS = 'entry_id, list, type, value, reason, created_at';
/** UNION takes out what both readings find. */
const FOUND = `
  (SELECT ${COLUMNS} FROM list_entries WHERE type = ANY($1::text[]) AND value = ANY($2::text[]) LIMIT ${SEARCHED_ROWS})
  UNION
  (SELECT ${COLUMNS} FROM list_entries WHERE lower(value) LIKE $3 AND type = ANY($4::text[])
   ORDER BY lower(value) USING ~<~ LIMIT ${SEARCHED_ROWS})
  ORDER BY value, list LIMIT ${SEARCHED_ROWS}`;

/** By its value, or by how it starts where the asker sees it in clear. */
@Injectable()
@Finds({ kind: 'list_entry', requires: 'list.read' })
export class FindEntries implements SearchSource {
  lookUp({ text, ip, domains }: SearchClues, { permissions }: StaffActor): LookUp {
    const clear = LIST_VALUE_TYPES.filter((type) => {
      const detail = LISTED_DETAILS[type];
      return !detail || seesInClear(permissions, detail);
    });
    return {
      text: FOUND,
      values: [
        [...LIST_VALUE_TYPES],
        [text, ...(ip === null ? [] : [ip]), ...domains],
        startPattern(text),
        clear,
      ],
      hit: (row: EntryHitRow) => {
        const detail = LISTED_DETAILS[row.type];
        return searchHit({
          id: row.entry_id,
          title: detail ? masked(permissions, detail, row.value) : row.value,
          detail: row.reason,
          status: row.list,
          type: row.type,
          at: row.created_at.toISOString(),
        });
      },
    };
  }
}
