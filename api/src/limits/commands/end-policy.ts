import type { LimitPolicyEnd } from '@coinwarden/contracts';
import { planEnd } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { fromNowOn, wrong } from '../../platform/http/moments.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findPolicyKey, readPolicyHistory, writePolicyChange } from '../persistence/limit-policies.store.js';
import { ChangePolicies } from './change-policies.js';
import { refuseUnseen } from './set-policy.js';

/** Ends a version of a limit policy, now or later. One that has not begun never will, and the one before it goes on. */
@Injectable()
export class EndPolicy {
  constructor(
    private readonly change: ChangePolicies,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Refusals in order: record.unknown, record.conflict, action.not_allowed (it is over), request.invalid. */
  execute(actor: StaffActor, policyId: string, { at, follows, reason }: LimitPolicyEnd): Promise<void> {
    return this.change.run(async (tx) => {
      const key = await findPolicyKey(tx, policyId);
      if (!key) throw new ProblemError('record.unknown');
      const { versions, revision } = await readPolicyHistory(tx, key);
      refuseUnseen(revision, follows);
      const now = this.clock.now();
      const ended = versions.find(({ version }) => version === key.version);
      const end = fromNowOn(at, now, '/at').getTime();
      const plan = ended && planEnd(versions, ended, { at: end, now });
      if (!plan?.ok) {
        if (plan?.failure.code === 'policy.followed')
          throw wrong('/at', 'must be before the next version begins');
        throw new ProblemError('action.not_allowed', 'It is over already.');
      }
      const made = { at: new Date(now), by: actor.id, reason };
      await writePolicyChange(tx, key, { change: plan.value, ended: key.version, made });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'limit_policy.ended',
        subject: { type: 'limit_policy', id: policyId },
        reason,
        details: {
          withdrawn: plan.value.withdrawn.length > 0,
          until: plan.value.withdrawn.length > 0 ? null : new Date(end).toISOString(),
        },
      });
    });
  }
}
