import type { RulesetCreate } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { appendRulesetEvent } from '../persistence/ruleset-events.store.js';
import {
  insertRuleset,
  lastVersion,
  lockRulesets,
  type RulesetRecord,
  readRuleset,
  readRulesetsIn,
  withRules,
} from '../persistence/rulesets.store.js';

/** Makes a draft with the rules of another version. Refusals: record.unknown. */
@Injectable()
export class DraftRuleset {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  run(staff: StaffActor, { basedOn, comment }: RulesetCreate): Promise<number> {
    const at = this.clock.now();
    return this.uow.run(async (tx) => {
      await lockRulesets(tx);
      const base = await this.baseOf(tx, basedOn);
      const version = (await lastVersion(tx)) + 1;
      await insertRuleset(tx, {
        ...(await withRules(tx, base)),
        version,
        comment,
        createdAt: at,
        createdBy: staff.id,
        baseVersion: base.version,
        // What was never released is not approved: those who wrote it are authors of what builds on it, too.
        authors: [...new Set([...(base.releasedAt === null ? base.authors : []), staff.id])],
      });
      const actor = { type: 'staff', id: staff.id } as const;
      const details = { basedOn: base.version };
      await appendRulesetEvent(tx, { version, kind: 'drafted', at, actor, note: comment, details });
      await this.outbox.append(tx, 'ruleset.changed', { version, status: 'draft' });
      await this.audit.append(tx, {
        actor,
        action: 'ruleset.drafted',
        subject: { type: 'ruleset', id: String(version) },
        reason: comment,
        details,
      });
      return version;
    });
  }

  private async baseOf(tx: Tx, basedOn: number | undefined): Promise<RulesetRecord> {
    const base =
      basedOn === undefined ? (await readRulesetsIn(tx, 'live'))[0] : await readRuleset(tx, basedOn);
    if (!base) throw new ProblemError('record.unknown', 'There is no version to base it on.');
    return base;
  }
}
