import type { SearchClues } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { transactionHit, transactionsAmong } from '../../decisions/decisions.public.js';
import { Finds, type LookUp, SEARCHED_ROWS, type SearchSource } from '../../platform/search/search-source.js';

const FOUND = transactionsAmong(`
  (SELECT purchase_id FROM provider_notices WHERE payment_refs @> ARRAY[$1::text] AND purchase_id IS NOT NULL
   LIMIT ${SEARCHED_ROWS})`);

/** By whatever a provider calls the payment, its charge, its refund or its dispute, as its notices tell. */
@Injectable()
@Finds({ kind: 'transaction', requires: 'transaction.read' })
export class FindPurchases implements SearchSource {
  lookUp({ reference, uuid }: SearchClues): LookUp | null {
    if (reference === null || uuid !== null) return null;
    return { text: FOUND, values: [reference], hit: transactionHit };
  }
}
