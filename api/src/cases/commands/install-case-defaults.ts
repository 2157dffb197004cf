import { DEFAULT_CASE_MACROS, DEFAULT_CASE_POLICIES, DEFAULT_QUEUES } from '@coinwarden/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { readQueues, writeQueue } from '../persistence/case-queues.store.js';
import { insertMacro, insertPolicy, orderMacros } from '../persistence/guidance.store.js';

/** Processes that start together install one after the other. */
const INSTALL_LOCK = 7_310_006;

/** Gives a new installation the queues, policy texts and macros that it starts with; one that has any is left alone. */
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
      if ((await readQueues(tx)).length === 0) await this.install(tx);
    });
  }

  private async install(tx: Tx): Promise<void> {
    const at = this.clock.now();
    const first = {
      version: 1,
      retired: false,
      createdAt: at,
      createdBy: { id: 'install', name: 'Installation' },
    };
    for (const queue of DEFAULT_QUEUES) await writeQueue(tx, queue, { at, by: null });
    for (const policy of DEFAULT_CASE_POLICIES) await insertPolicy(tx, { ...policy, ...first });
    for (const macro of DEFAULT_CASE_MACROS) await insertMacro(tx, { ...macro, ...first });
    await orderMacros(
      tx,
      DEFAULT_CASE_MACROS.map(({ macroId }) => macroId),
    );
  }
}
