import { expect } from '@jest/globals';
import { VerifyLedger } from '../../api/src/ledger/ledger.public.js';
import type { Queryable } from '../../api/src/platform/database/sql.js';
import type { UnitOfWork } from '../../api/src/platform/database/unit-of-work.js';

/** Runs what `npm run verify` runs over the ledger: every suite that moves coins ends with it. */
export async function expectSoundLedger({ db }: { db: UnitOfWork & Queryable }): Promise<void> {
  const difference = await new VerifyLedger(db).firstDifference();
  expect(difference).toBeNull();
}
