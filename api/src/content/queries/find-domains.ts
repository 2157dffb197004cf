import type { SearchClues } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Finds, type LookUp, type SearchSource, searchHit } from '../../platform/search/search-source.js';

interface DomainHitRow {
  domain: string;
  scans: number;
}

const COUNTED = 1_000;
const FOUND = `
  SELECT w.domain, n.scans FROM unnest($1::text[]) AS w(domain)
  CROSS JOIN LATERAL (SELECT count(*)::int AS scans FROM (
                        SELECT FROM content_scan_domains WHERE domain = w.domain LIMIT ${COUNTED}) AS few) AS n
  WHERE n.scans > 0`;

/** Domains that scanned texts linked to, and how many did. */
@Injectable()
@Finds({ kind: 'domain', requires: 'content.read' })
export class FindDomains implements SearchSource {
  lookUp({ domains }: SearchClues): LookUp | null {
    if (domains.length === 0) return null;
    return {
      text: FOUND,
      values: [[...domains]],
      hit: (row: DomainHitRow) => searchHit({ id: row.domain, title: row.domain, count: row.scans }),
    };
  }
}
