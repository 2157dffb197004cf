import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readRule, setRuleOwner } from '../persistence/rules.store.js';
import { appendRulesetEvent } from '../persistence/ruleset-events.store.js';
import type { RuleRef } from './edit-draft.js';

/** Says who answers for a rule, in every version it is in. */
@Injectable()
export class AssignRule {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async run(staff: StaffActor, { version, key }: RuleRef, ownerId: string | null): Promise<void> {
    const at = this.clock.now();
    await this.uow.run(async (tx) => {
      if ((await readRule(tx, version, key)) === null)
        throw new ProblemError('record.unknown', `Version ${version} has no rule ${key}.`);
      if (!(await setRuleOwner(tx, { key, ownerId, at })))
        throw new ProblemError('request.invalid', undefined, [
          { pointer: '/ownerId', detail: 'is nobody who works here' },
        ]);
      const actor = { type: 'staff', id: staff.id } as const;
      const details = { ownerId };
      await appendRulesetEvent(tx, { version, kind: 'assigned', ruleKey: key, at, actor, details });
      await this.audit.append(tx, {
        actor,
        action: 'rule.assigned',
        subject: { type: 'rule', id: key },
        details,
      });
    });
  }
}
