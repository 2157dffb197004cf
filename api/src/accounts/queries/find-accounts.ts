import type { SearchHit } from '@coinwarden/contracts';
import { type AccountStatus, masked, type SearchClues, seesInClear } from '@coinwarden/domain';
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

interface AccountHitRow {
  account_id: string;
  display_name: string | null;
  email: string | null;
  status: AccountStatus;
  created_at: Date;
}

const STARTS = (column: string, pattern: string) =>
  `(SELECT account_id FROM accounts WHERE ${column} LIKE ${pattern} ORDER BY ${column} USING ~<~ LIMIT ${SEARCHED_ROWS})`;

/** The readings in their order: what matches all of an id comes before what only begins so. */
const found = (byEmail: string) => `
  SELECT a.account_id, a.display_name, a.email, a.status, a.created_at
  FROM (SELECT account_id, min(rank) AS rank FROM (
          SELECT account_id, 0 AS rank FROM accounts WHERE account_id = $1
          UNION ALL SELECT account_id, 1 FROM ${byEmail} AS by_email
          UNION ALL SELECT account_id, 2 FROM ${STARTS('account_id', '$3')} AS by_id
          UNION ALL SELECT account_id, 3 FROM ${STARTS('lower(display_name)', '$4')} AS by_name
        ) AS every GROUP BY account_id) AS f
  JOIN accounts a USING (account_id)
  ORDER BY f.rank, a.account_id LIMIT ${SEARCHED_ROWS}`;

const EMAIL_STARTS = found(STARTS('lower(email)', '$2'));
const EMAIL_IS = found('(SELECT account_id FROM accounts WHERE lower(email) = $2)');

/** By id, by how the id, the name or the e-mail address starts; the address only by all of it where it is masked. */
@Injectable()
@Finds({ kind: 'account', requires: 'account.read' })
export class FindAccounts implements SearchSource {
  lookUp({ text, email }: SearchClues, { permissions }: StaffActor): LookUp {
    const clear = seesInClear(permissions, 'email');
    const address = email ?? text;
    return {
      text: clear ? EMAIL_STARTS : EMAIL_IS,
      values: [
        text,
        clear ? startPattern(address) : address.toLowerCase(),
        startPattern(text, { lower: false }),
        startPattern(text),
      ],
      hit: (row: AccountHitRow): SearchHit =>
        searchHit({
          id: row.account_id,
          title: row.display_name ?? row.account_id,
          detail: masked(permissions, 'email', row.email) ?? null,
          status: row.status,
          at: row.created_at.toISOString(),
        }),
    };
  }
}
