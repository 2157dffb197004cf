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

interface RuleHitRow {
  version: number;
  key: string;
  description: string;
  mode: string;
}

/** A version has some dozens of rules. */
const FOUND = `
  SELECT version, key, description, mode FROM rules
  WHERE version = (SELECT version FROM rulesets WHERE status = 'live') AND key LIKE $1
  ORDER BY key LIMIT ${SEARCHED_ROWS}`;

/** Rules of the live version by how their key starts. */
@Injectable()
@Finds({ kind: 'rule', requires: 'rule.read' })
export class FindRules implements SearchSource {
  lookUp({ text }: SearchClues): LookUp {
    return {
      text: FOUND,
      values: [startPattern(text)],
      hit: (row: RuleHitRow) =>
        searchHit({
          id: `${row.version}:${row.key}`,
          title: row.key,
          detail: row.description,
          status: row.mode,
        }),
    };
  }
}
