import type { Guardianship } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readGuardian, readWards } from '../persistence/guardians.store.js';

const WARDS = 100;

/** Who answers for an account, and for whom it answers. */
@Injectable()
export class Guardianships {
  constructor(private readonly db: UnitOfWork) {}

  async read(actor: StaffActor, accountId: string): Promise<Guardianship> {
    const found = await readGuardian(this.db, accountId);
    if (!found) throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
    const { guardianAccountId, byStaff, relative } = found;
    const wards = await readWards(this.db, accountId, WARDS + 1);
    const may = actor.permissions.has('limit.enforce');
    return {
      guardian: relative ?? (guardianAccountId === null ? null : { accountId: guardianAccountId }),
      byStaff,
      wards: wards.slice(0, WARDS),
      moreWards: wards.length > WARDS,
      allowedActions: !may
        ? []
        : guardianAccountId === null
          ? ['link_guardian']
          : ['link_guardian', 'unlink_guardian'],
    };
  }
}
