import { type Instant, type ListEntry, ListIndex } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import { readListHistory } from '../persistence/list-history.store.js';

/** The lists as they stood at a time that only moves forward, without the entries that were removed since. */
export class PastLists {
  private added = 0;
  private readonly index = new ListIndex();

  private constructor(private readonly entries: readonly (ListEntry & { readonly createdAt: Instant })[]) {}

  static async read(db: Queryable): Promise<PastLists> {
    return new PastLists(await readListHistory(db));
  }

  at(now: Instant): ListIndex {
    const { entries, index } = this;
    for (; this.added < entries.length && entries[this.added]!.createdAt <= now; this.added++)
      index.add(entries[this.added]!);
    return index;
  }
}
