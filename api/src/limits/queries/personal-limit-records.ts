import type { StaffLimitOverride } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { listOf, type StaffList } from '../../platform/http/list-route.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findStaffRecord } from '../../platform/http/staff-list.js';
import { exclusionResource, toExclusion } from './exclusion-resource.js';
import { type LimitOverrideRow, limitOverrideResource, toLimitOverride } from './limit-override-resource.js';

/** What was set for single accounts, as staff see it: overrides and exclusions. */
@Injectable()
export class PersonalLimitRecords {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  overrides(actor: StaffActor): StaffList {
    const now = this.clock.now();
    return listOf(limitOverrideResource(now), toLimitOverride(actor, now));
  }

  async override(actor: StaffActor, id: string): Promise<StaffLimitOverride> {
    const now = this.clock.now();
    const row = await findStaffRecord<LimitOverrideRow>(this.db, limitOverrideResource(now), id);
    if (!row) throw new ProblemError('record.unknown');
    return toLimitOverride(actor, now)(row);
  }

  exclusions(): StaffList {
    const now = this.clock.now();
    return listOf(exclusionResource(now), toExclusion(now));
  }
}
