import { type DisputeStatus, PAYMENT_PROVIDERS, type SearchClues } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import {
  Finds,
  type LookUp,
  SEARCHED_ROWS,
  type SearchSource,
  searchHit,
} from '../../platform/search/search-source.js';

interface DisputeHitRow {
  dispute_id: string;
  provider_dispute_id: string;
  account_id: string | null;
  status: DisputeStatus;
  stage: string;
  amount_minor: bigint;
  currency: string;
  opened_at: Date;
}

const FOUND = `
  SELECT dispute_id, provider_dispute_id, account_id, status, stage, amount_minor, currency, opened_at FROM disputes
  WHERE dispute_id = ANY(ARRAY(
    SELECT $1::text::uuid WHERE $1::text IS NOT NULL
    UNION ALL (SELECT dispute_id FROM disputes WHERE purchase_id = $1::text::uuid LIMIT 100)
    UNION ALL SELECT dispute_id FROM disputes WHERE provider = ANY($2::text[]) AND provider_dispute_id = $3
    UNION ALL (SELECT dispute_id FROM disputes WHERE reference = $3 LIMIT 100)))
  ORDER BY dispute_id DESC LIMIT ${SEARCHED_ROWS}`;

/** By its id, its purchase, the payment’s reference, or what the provider calls the dispute. */
@Injectable()
@Finds({ kind: 'dispute', requires: 'dispute.read' })
export class FindDisputes implements SearchSource {
  lookUp({ uuid, reference }: SearchClues): LookUp | null {
    if (uuid === null && reference === null) return null;
    return {
      text: FOUND,
      values: [uuid, [...PAYMENT_PROVIDERS], reference],
      hit: (row: DisputeHitRow) =>
        searchHit({
          id: row.dispute_id,
          title: row.provider_dispute_id,
          detail: row.account_id,
          status: row.status,
          type: row.stage,
          at: row.opened_at.toISOString(),
          money: { amountMinor: Number(row.amount_minor), currency: row.currency },
        }),
    };
  }
}
