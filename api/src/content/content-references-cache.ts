import {
  type ContentReferences,
  compilePhrases,
  type ListedPhrases,
  type ListIndex,
  referencesWith,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { ListsCache } from '../lists/lists.public.js';
import type { Queryable } from '../platform/database/sql.js';

/** The lists as a scan reads them, and the index to find out which entries it met. */
export interface ScanLists {
  readonly references: ContentReferences;
  readonly lists: ListIndex;
  readonly at: number;
}

interface Compiled {
  readonly lists: ListIndex;
  readonly change: number;
  readonly phrases: ListedPhrases;
  /** When one of them runs out. */
  readonly until: number;
}

/**
 * Domains are looked up in the index of all lists; phrases are compiled for the search, anew when one of them changes or
 * runs out.
 */
@Injectable()
export class ContentReferencesCache {
  private compiled: Compiled | null = null;

  constructor(private readonly listsCache: ListsCache) {}

  async current(db: Queryable, at: number): Promise<ScanLists> {
    const lists = await this.listsCache.load(db);
    const { phrases } = this.compiledFor(lists, at);
    return { references: referencesWith({ lists, at, phrases }), lists, at };
  }

  private compiledFor(lists: ListIndex, at: number): Compiled {
    const known = this.compiled;
    const change = lists.changesOf('phrase');
    if (known?.lists === lists && known.change === change && known.until > at) return known;
    this.compiled = { lists, change, phrases: compilePhrases(lists, at), until: nextExpiry(lists, at) };
    return this.compiled;
  }
}

const nextExpiry = (lists: ListIndex, at: number): number =>
  lists
    .entriesOf('phrase')
    .reduce(
      (next, { expiresAt }) => (expiresAt !== null && expiresAt > at ? Math.min(next, expiresAt) : next),
      Number.POSITIVE_INFINITY,
    );
