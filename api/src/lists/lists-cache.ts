import { ListIndex } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { ReferenceCache } from '../platform/database/reference-cache.js';
import type { Queryable } from '../platform/database/sql.js';
import { readListEntries } from './persistence/lists.store.js';

/** The allow, block and watch lists, as every decision looks things up in them. */
@Injectable()
export class ListsCache extends ReferenceCache<ListIndex> {
  constructor() {
    super('lists');
  }

  protected async read(db: Queryable): Promise<ListIndex> {
    return new ListIndex(await readListEntries(db));
  }
}
