import { MAX_SEARCH_HITS, type SearchHit, type SearchKind } from '@coinwarden/contracts';
import type { Permission, SearchClues } from '@coinwarden/domain';
import { DiscoveryService } from '@nestjs/core';
import type { StaffActor } from '../access/actor.js';

/** One statement and what its rows are. Every condition in it is answered by an index: a search never walks a table. */
export interface LookUp {
  readonly text: string;
  readonly values: readonly unknown[];
  hit(row: never): SearchHit;
}

/**
 * Finds one kind of record for the search. Answers null when the clues can mean nothing of this kind, so that nothing is
 * asked; what may only be seen masked is found by all of it, never by how it starts.
 */
export interface SearchSource {
  lookUp(clues: SearchClues, actor: StaffActor): LookUp | null;
}

/** Marks a provider as a source of hits of a kind, for those who hold the permission. */
export const Finds = DiscoveryService.createDecorator<{
  readonly kind: SearchKind;
  readonly requires: Permission;
}>();

/** A statement reads one row more than is shown, to tell that there are more. */
export const SEARCHED_ROWS = MAX_SEARCH_HITS + 1;

const NOTHING = { detail: null, status: null, type: null, at: null, money: null, coins: null, count: null };

/** A hit of which only some things are to be said. */
export const searchHit = (hit: Pick<SearchHit, 'id' | 'title'> & Partial<SearchHit>): SearchHit => ({
  ...NOTHING,
  ...hit,
});
