import type { StaffLimitPolicy } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { listOf, type StaffList } from '../../platform/http/list-route.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findStaffRecord } from '../../platform/http/staff-list.js';
import { type LimitPolicyRecordRow, limitPolicyResource, toLimitPolicy } from './limit-policy-resource.js';

/** Versions of limit policies, as staff see them. */
@Injectable()
export class LimitPolicyRecords {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  list(actor: StaffActor): StaffList {
    const now = this.clock.now();
    return listOf(limitPolicyResource(now), toLimitPolicy(actor, now));
  }

  async one(actor: StaffActor, policyId: string): Promise<StaffLimitPolicy> {
    const now = this.clock.now();
    const row = await findStaffRecord<LimitPolicyRecordRow>(this.db, limitPolicyResource(now), policyId);
    if (!row) throw new ProblemError('record.unknown');
    return toLimitPolicy(actor, now)(row);
  }
}
