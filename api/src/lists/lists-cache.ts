import { ListIndex } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { type Held, ReferenceCache } from '../platform/database/reference-cache.js';
import type { Queryable } from '../platform/database/sql.js';
import { readListChanges, readListEntries } from './persistence/lists.store.js';

/**
 * The allow, block and watch lists, as every decision looks things up in them. A change is read alone and put into the
 * index that is held: whoever looks things up does so at once, so nobody sees half of one.
 */
@Injectable()
export class ListsCache extends ReferenceCache<ListIndex> {
  constructor() {
    super('lists');
  }

  protected async read(db: Queryable, held: Held<ListIndex> | null): Promise<ListIndex> {
    const changes = held && (await readListChanges(db, held.version));
    if (held === null || changes === null) return new ListIndex(await readListEntries(db));
    for (const { place, entries } of changes) held.value.replace(place, entries);
    return held.value;
  }
}
