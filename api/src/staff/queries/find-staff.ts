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

interface StaffHitRow {
  staff_id: string;
  name: string;
  email: string;
  role: string;
  status: string;
}

/** There are as many as work here. */
const FOUND = `
  SELECT staff_id, name, email, role, status FROM staff
  WHERE email LIKE $1 OR lower(name) LIKE $1 OR staff_id = $2::text::uuid
  ORDER BY name, staff_id LIMIT ${SEARCHED_ROWS}`;

/** By how the name or the e-mail address starts. */
@Injectable()
@Finds({ kind: 'staff', requires: 'staff.read' })
export class FindStaff implements SearchSource {
  lookUp({ text, uuid }: SearchClues): LookUp {
    return {
      text: FOUND,
      values: [startPattern(text), uuid],
      hit: (row: StaffHitRow) =>
        searchHit({
          id: row.staff_id,
          title: row.name,
          detail: row.email,
          status: row.status,
          type: row.role,
        }),
    };
  }
}
