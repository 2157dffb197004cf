import type { RulesetComment } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readRule } from '../persistence/rules.store.js';
import { appendRulesetEvent } from '../persistence/ruleset-events.store.js';
import { readRuleset } from '../persistence/rulesets.store.js';

/** Says something about a version, or about one of its rules. It stays as it was said. */
@Injectable()
export class CommentOnRuleset {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async run(staff: StaffActor, version: number, { text, ruleKey }: RulesetComment): Promise<void> {
    const at = this.clock.now();
    await this.uow.run(async (tx) => {
      if ((await readRuleset(tx, version)) === null)
        throw new ProblemError('record.unknown', `There is no version ${version}.`);
      if (ruleKey !== undefined && (await readRule(tx, version, ruleKey)) === null)
        throw new ProblemError('request.invalid', undefined, [
          { pointer: '/ruleKey', detail: `version ${version} has no such rule` },
        ]);
      const actor = { type: 'staff', id: staff.id } as const;
      const about = { version, ruleKey: ruleKey ?? null };
      await appendRulesetEvent(tx, { ...about, kind: 'comment', at, actor, note: text });
      await this.audit.append(tx, {
        actor,
        action: 'ruleset.commented',
        subject: { type: 'ruleset', id: String(version) },
        details: { ruleKey: ruleKey ?? null },
      });
    });
  }
}
