import { type ContentReferences, contentReferences, type ListName } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { ReferenceCache } from '../platform/database/reference-cache.js';
import type { Queryable } from '../platform/database/sql.js';
import { type ListedContent, readListedContent } from './persistence/content-references.store.js';

/** The lists as scans read them. Compiled anew when a list changes, and when an entry runs out. */
@Injectable()
export class ContentReferencesCache extends ReferenceCache<readonly ListedContent[]> {
  private compiled: {
    readonly entries: readonly ListedContent[];
    readonly references: ContentReferences;
    readonly until: number;
  } | null = null;

  constructor() {
    super('lists');
  }

  async current(db: Queryable, now: number): Promise<ContentReferences> {
    const entries = await this.load(db);
    if (this.compiled?.entries !== entries || this.compiled.until <= now) {
      this.compiled = { entries, references: compile(entries, now), until: nextExpiry(entries, now) };
    }
    return this.compiled.references;
  }

  protected read(db: Queryable): Promise<readonly ListedContent[]> {
    return readListedContent(db);
  }
}

function compile(entries: readonly ListedContent[], now: number): ContentReferences {
  const values = (type: ListedContent['type'], list: ListName) =>
    entries
      .filter((e) => e.type === type && e.list === list && (e.expiresAt === null || e.expiresAt > now))
      .map((e) => e.value);
  return contentReferences({
    allowedDomains: values('web_domain', 'allow'),
    blockedDomains: values('web_domain', 'block'),
    watchedDomains: values('web_domain', 'watch'),
    blockedPhrases: values('phrase', 'block'),
    watchedPhrases: values('phrase', 'watch'),
  });
}

const nextExpiry = (entries: readonly ListedContent[], now: number): number =>
  entries.reduce(
    (next, { expiresAt }) => (expiresAt !== null && expiresAt > now ? Math.min(next, expiresAt) : next),
    Number.POSITIVE_INFINITY,
  );
