import {
  DEFAULT_MONEY_BACK_POLICIES,
  FIRST_VERSION_COMMENT,
  MONEY_BACK_POLICY_KINDS,
} from '@coinwarden/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { insertPolicy, readPolicy } from '../persistence/money-back-policies.store.js';

/** Writes down what a new installation goes by as version 1 of each kind; a kind that has any version is left alone. */
@Injectable()
export class InstallDefaultPolicies implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async onModuleInit(): Promise<void> {
    for (const kind of MONEY_BACK_POLICY_KINDS) {
      if ((await readPolicy(this.uow, kind)) !== null) continue;
      await this.uow.run(async (tx) => {
        // Processes that start together: the later one finds the row there.
        const installed = await insertPolicy(tx, {
          kind,
          version: 1,
          policy: DEFAULT_MONEY_BACK_POLICIES[kind],
          comment: FIRST_VERSION_COMMENT,
          createdAt: this.clock.now(),
          createdBy: 'system',
        });
        if (!installed) return;
        await this.audit.append(tx, {
          actor: { type: 'system', id: 'install' },
          action: 'money_back_policy.installed',
          subject: { type: 'money_back_policy', id: `${kind}:1` },
        });
      });
    }
  }
}
