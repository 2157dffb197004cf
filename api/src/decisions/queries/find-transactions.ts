import { PAYMENT_PROVIDERS, type SearchClues } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Finds, type LookUp, type SearchSource } from '../../platform/search/search-source.js';
import { transactionHit, transactionsAmong } from './transaction-hits.js';

const FOUND = transactionsAmong(`
  SELECT $1::text::uuid WHERE $1::text IS NOT NULL
  UNION ALL
  SELECT transaction_id FROM payment_references WHERE provider = ANY($2::text[]) AND reference = $3`);

/** By its id, the id of its decision, or the reference of the payment behind it. */
@Injectable()
@Finds({ kind: 'transaction', requires: 'transaction.read' })
export class FindTransactions implements SearchSource {
  lookUp({ uuid, reference }: SearchClues): LookUp | null {
    if (uuid === null && reference === null) return null;
    return { text: FOUND, values: [uuid, [...PAYMENT_PROVIDERS], reference], hit: transactionHit };
  }
}
