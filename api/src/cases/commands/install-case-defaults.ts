import { DEFAULT_QUEUES } from '@coinwarden/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { readQueues, writeQueue } from '../persistence/case-queues.store.js';

/** Processes that start together install one after the other. */
const INSTALL_LOCK = 7_310_006;

/** Gives a new installation the queues that it starts with; one that has any is left alone. */
@Injectable()
export class InstallCaseDefaults implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    if ((await readQueues(this.uow)).length > 0) return;
    await this.uow.run(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [INSTALL_LOCK]);
      if ((await readQueues(tx)).length > 0) return;
      for (const queue of DEFAULT_QUEUES) await writeQueue(tx, queue, this.clock.now());
    });
  }
}
