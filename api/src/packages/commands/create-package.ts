import type { PackageCreate } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { insertDraft, insertVersion } from '../persistence/packages.store.js';
import { ChangeCatalogue } from './change-catalogue.js';

/** Makes a package that is not on sale yet. */
@Injectable()
export class CreatePackage {
  constructor(
    private readonly change: ChangeCatalogue,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  execute(actor: StaffActor, { packageId, reason, ...contents }: PackageCreate): Promise<void> {
    const now = new Date(this.clock.now());
    return this.change.run(async (tx) => {
      if (!(await insertDraft(tx, packageId, now)))
        throw new ProblemError('record.conflict', `There is a package ${packageId} already.`);
      const version = { packageId, version: 1, ...contents, validFrom: now };
      await insertVersion(tx, version, { at: now, by: actor.id, reason });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'package.created',
        subject: { type: 'package', id: packageId },
        reason,
        details: contents,
      });
    });
  }
}
