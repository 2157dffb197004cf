import { Injectable } from '@nestjs/common';
import { bumpReference } from '../../platform/database/reference-cache.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';

/**
 * Opens a transaction that changes lists. They take turns: raising the version comes first and locks it, so no two of
 * them can wait for each other's values in a circle. Decisions only read the version and wait for nobody.
 */
@Injectable()
export class ChangeLists {
  constructor(private readonly uow: UnitOfWork) {}

  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.uow.run((tx) => this.within(tx, () => work(tx)));
  }

  /** The same within what else is done in the transaction. */
  async within<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
    await bumpReference(tx, 'lists');
    return work();
  }
}
