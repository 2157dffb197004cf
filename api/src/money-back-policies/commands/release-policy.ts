import type { ReleaseMoneyBackPolicy, StaffMoneyBackPolicy } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { bumpReference } from '../../platform/database/reference-cache.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findStaffRecord } from '../../platform/http/staff-list.js';
import { insertPolicy, readPolicy } from '../persistence/money-back-policies.store.js';
import { POLICIES, type PolicyRow, policyRecord } from '../queries/policy-records.js';

/**
 * Releases the next version of a policy. Whoever releases names the version they looked at, so that nobody undoes what
 * another released meanwhile without having seen it.
 */
@Injectable()
export class ReleasePolicy {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  run(actor: StaffActor, request: ReleaseMoneyBackPolicy): Promise<StaffMoneyBackPolicy> {
    const { kind, follows, policy, comment } = request;
    const version = follows + 1;
    return this.uow.run(async (tx) => {
      const live = (await readPolicy(tx, kind))?.version ?? 1;
      const released =
        live === follows &&
        (await insertPolicy(tx, {
          kind,
          version,
          policy,
          comment,
          createdAt: this.clock.now(),
          createdBy: actor.id,
        }));
      if (!released) {
        throw new ProblemError('policy.conflict', `Version ${follows} is not in force, or no longer.`);
      }
      // The only kind that decisions on transactions go by.
      if (kind === 'risk_window') await bumpReference(tx, 'risk_window');
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'money_back_policy.released',
        subject: { type: 'money_back_policy', id: `${kind}:${version}` },
        reason: comment,
        details: { follows },
      });
      const row = await findStaffRecord<PolicyRow>(tx, POLICIES, `${kind}:${version}`);
      return policyRecord(actor)(row!);
    });
  }
}
