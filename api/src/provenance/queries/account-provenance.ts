import type { AccountProvenance } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { readWallets } from '../../ledger/ledger.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { LineageReader } from './lineage-reader.js';
import { readBehindBalance } from './read-backward.js';
import { inOneSnapshot } from './snapshot.js';

/** The purchases behind the diamonds an account has now. */
@Injectable()
export class AccountProvenanceQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  read(accountId: string, limit: number): Promise<AccountProvenance> {
    return inOneSnapshot(this.uow, async (tx) => {
      const owned = (await readWallets(tx, [accountId])).get(accountId);
      if (!owned) throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
      const { diamonds } = owned.wallet;
      const reader = new LineageReader(tx, this.clock.now());
      return { accountId, backward: await readBehindBalance(reader, { accountId, diamonds, limit }) };
    });
  }
}
