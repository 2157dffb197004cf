import { hash } from 'node:crypto';
import { rulesetContent, STARTER_RULESET } from '@coinwarden/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { bumpReference } from '../../platform/database/reference-cache.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { appendRulesetEvent } from '../persistence/ruleset-events.store.js';
import {
  insertRuleset,
  lastVersion,
  lockRulesets,
  readRuleset,
  updateStanding,
} from '../persistence/rulesets.store.js';

const BY_INSTALL = { type: 'system', id: 'install' } as const;

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

  /** Whether there was anything to install. Processes that start together do it one after the other. */
  async execute(): Promise<boolean> {
    if ((await lastVersion(this.uow)) > 0) return false;
    return this.uow.run(async (tx) => {
      await lockRulesets(tx);
      if ((await lastVersion(tx)) > 0) return false;
      const { version, rules } = STARTER_RULESET;
      const at = this.clock.now();
      const comment = 'The ruleset a new installation starts with';
      await insertRuleset(tx, { ...STARTER_RULESET, comment, createdAt: at, createdBy: 'system' });
      const draft = await readRuleset(tx, version);
      if (!draft) throw new Error('the starter ruleset was not written');
      // The one version nobody approves: it came with the product, tested.
      await updateStanding(tx, {
        ...draft,
        status: 'live',
        contentHash: hash('sha256', rulesetContent(STARTER_RULESET), 'hex'),
        releasedAt: at,
        changedAt: at,
      });
      await bumpReference(tx, 'ruleset');
      await appendRulesetEvent(tx, { version, kind: 'installed', at, actor: BY_INSTALL });
      await this.audit.append(tx, {
        actor: BY_INSTALL,
        action: 'ruleset.installed',
        subject: { type: 'ruleset', id: String(version) },
        details: { rules: rules.length },
      });
      return true;
    });
  }
}
