import { STARTER_RULESET } from '@coinwarden/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { bumpReference } from '../../platform/database/reference-cache.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { anyRuleset, insertRuleset, releaseRuleset } from '../persistence/rulesets.store.js';

/** Processes that start together install one after the other. */
const INSTALL_LOCK = 7_310_003;

/** Gives a new installation the starter ruleset as version 1; one that has any version is left alone. */
@Injectable()
export class InstallStarterRuleset implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.execute();
  }

  /** Whether there was anything to install. */
  async execute(): Promise<boolean> {
    if (await anyRuleset(this.uow)) return false;
    return this.uow.run(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [INSTALL_LOCK]);
      if (await anyRuleset(tx)) return false;
      const { version } = STARTER_RULESET;
      await insertRuleset(tx, {
        ...STARTER_RULESET,
        comment: 'The ruleset a new installation starts with',
        createdAt: this.clock.now(),
        createdBy: 'system',
      });
      await releaseRuleset(tx, version);
      await bumpReference(tx, 'ruleset');
      await this.audit.append(tx, {
        actor: { type: 'system', id: 'install' },
        action: 'ruleset.installed',
        subject: { type: 'ruleset', id: String(version) },
        details: { rules: STARTER_RULESET.rules.length },
      });
      return true;
    });
  }
}
