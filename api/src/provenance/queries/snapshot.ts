import type { Queryable } from '../../platform/database/sql.js';
import type { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** Everything adds up only if all of it is read as of one moment. */
export const inOneSnapshot = <T>(uow: UnitOfWork, read: (db: Queryable) => Promise<T>): Promise<T> =>
  uow.run(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return read(tx);
  });
