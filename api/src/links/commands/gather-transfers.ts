import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { TransactionRef } from '../../platform/outbox/topics.js';
import { gather } from '../persistence/link-transfers.store.js';

/** Takes up what decided transactions say about links. Saying it again changes nothing. */
@Injectable()
export class GatherTransfers {
  constructor(private readonly uow: UnitOfWork) {}

  async run(refs: readonly TransactionRef[]): Promise<void> {
    if (refs.length > 0) await this.uow.run((tx) => gather(tx, refs));
  }
}
