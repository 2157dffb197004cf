import type { PackageEdit } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { fromNowOn } from '../../platform/http/moments.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { insertVersion, latestVersion } from '../persistence/packages.store.js';
import { ChangeCatalogue } from './change-catalogue.js';

/** Adds the next version of a package. Whoever does names the version they looked at: nobody undoes what they have not seen. */
@Injectable()
export class EditPackage {
  constructor(
    private readonly change: ChangeCatalogue,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  execute(actor: StaffActor, packageId: string, edit: PackageEdit): Promise<void> {
    const { follows, reason, validFrom: asked, ...contents } = edit;
    const now = this.clock.now();
    const validFrom = fromNowOn(asked, now, '/validFrom');
    return this.change.run(async (tx) => {
      const latest = await latestVersion(tx, packageId);
      if (latest === null) throw new ProblemError('record.unknown');
      if (latest !== follows)
        throw new ProblemError('record.conflict', `Version ${latest} has come meanwhile.`);
      const version = { packageId, version: follows + 1, ...contents, validFrom };
      await insertVersion(tx, version, { at: new Date(now), by: actor.id, reason });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'package.edited',
        subject: { type: 'package', id: packageId },
        reason,
        details: { version: follows + 1, ...contents, validFrom: validFrom.toISOString() },
      });
    });
  }
}
