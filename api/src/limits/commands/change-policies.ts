import { Injectable } from '@nestjs/common';
import { bumpReference } from '../../platform/database/reference-cache.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';

/**
 * Opens a transaction that changes limit policies. They take turns: raising the version comes first and locks it. Decisions
 * only read the version; the next one after the commit is judged by the change.
 */
@Injectable()
export class ChangePolicies {
  constructor(private readonly uow: UnitOfWork) {}

  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.uow.run(async (tx) => {
      await bumpReference(tx, 'policies');
      return work(tx);
    });
  }
}
