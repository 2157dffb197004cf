import type { SearchClues } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Finds, type LookUp, type SearchSource, searchHit } from '../../platform/search/search-source.js';

interface RulesetHitRow {
  version: number;
  status: string;
  comment: string | null;
  changed_at: Date;
}

/** By its number. */
@Injectable()
@Finds({ kind: 'ruleset', requires: 'rule.read' })
export class FindRulesets implements SearchSource {
  lookUp({ version }: SearchClues): LookUp | null {
    if (version === null) return null;
    return {
      text: 'SELECT version, status, comment, changed_at FROM rulesets WHERE version = $1',
      values: [version],
      hit: (row: RulesetHitRow) =>
        searchHit({
          id: String(row.version),
          title: String(row.version),
          detail: row.comment,
          status: row.status,
          at: row.changed_at.toISOString(),
        }),
    };
  }
}
