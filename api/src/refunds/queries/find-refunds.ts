import type { RefundStatus, SearchClues } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import {
  Finds,
  type LookUp,
  SEARCHED_ROWS,
  type SearchSource,
  searchHit,
} from '../../platform/search/search-source.js';

interface RefundHitRow {
  refund_id: string;
  account_id: string;
  reason: string;
  status: RefundStatus;
  amount_minor: bigint;
  currency: string;
  requested_at: Date;
}

const FOUND = `
  SELECT refund_id, account_id, reason, status, amount_minor, currency, requested_at FROM refunds
  WHERE refund_id = ANY(ARRAY(
    SELECT $1::text::uuid WHERE $1::text IS NOT NULL
    UNION ALL (SELECT refund_id FROM refunds WHERE transaction_id = $1::text::uuid LIMIT 100)
    UNION ALL (SELECT refund_id FROM refunds WHERE reference = $2 LIMIT 100)
    UNION ALL (SELECT refund_id FROM refunds WHERE provider_refund_id = $2 LIMIT 100)))
  ORDER BY refund_id DESC LIMIT ${SEARCHED_ROWS}`;

/** By its id, its purchase, the payment’s reference, or what the provider calls the refund. */
@Injectable()
@Finds({ kind: 'refund', requires: 'refund.read' })
export class FindRefunds implements SearchSource {
  lookUp({ uuid, reference }: SearchClues): LookUp | null {
    if (uuid === null && reference === null) return null;
    return {
      text: FOUND,
      values: [uuid, reference],
      hit: (row: RefundHitRow) =>
        searchHit({
          id: row.refund_id,
          title: row.refund_id,
          detail: row.account_id,
          status: row.status,
          type: row.reason,
          at: row.requested_at.toISOString(),
          money: { amountMinor: Number(row.amount_minor), currency: row.currency },
        }),
    };
  }
}
