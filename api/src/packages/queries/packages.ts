import type { StaffPackage } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { listOf, type StaffList } from '../../platform/http/list-route.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findStaffRecord } from '../../platform/http/staff-list.js';
import { PACKAGES, type PackageRow, packageRecord } from './package-records.js';

/** Packages with what may be done with them. */
@Injectable()
export class Packages {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  list(actor: StaffActor): StaffList {
    return listOf(PACKAGES, packageRecord(actor, this.clock.now()));
  }

  async one(actor: StaffActor, id: string): Promise<StaffPackage> {
    const row = await findStaffRecord<PackageRow>(this.db, PACKAGES, id);
    if (!row) throw new ProblemError('record.unknown');
    return packageRecord(actor, this.clock.now())(row);
  }
}
