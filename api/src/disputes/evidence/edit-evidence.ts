import type { EditEvidence as EditRequest } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { insertChoices, readChoices } from './persistence/evidence-choices.store.js';
import { readEvidenceState } from './persistence/sent-evidence.store.js';

/** Writes the next version of what an analyst chose. Refused once the dispute no longer waits for an answer. */
@Injectable()
export class EditEvidence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  run(actor: StaffActor, disputeId: string, request: EditRequest): Promise<void> {
    const { version: follows, statement, exhibits } = request;
    return this.uow.run(async (tx) => {
      const state = await readEvidenceState(tx, disputeId, true);
      if (state === null) throw new ProblemError('record.unknown', `There is no dispute ${disputeId}.`);
      if (!state.editable)
        throw new ProblemError(
          'dispute.submitted',
          'The dispute does not wait for an answer any more; its evidence stands.',
        );
      const live = (await readChoices(tx, disputeId)).version;
      if (live !== follows)
        throw new ProblemError('record.conflict', `Version ${live} was written meanwhile; look at it first.`);
      const version = live + 1;
      await insertChoices(tx, disputeId, {
        version,
        choices: { statement, exhibits },
        editedBy: actor.id,
        editedAt: this.clock.now(),
      });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'dispute.evidence_edited',
        subject: { type: 'dispute', id: disputeId },
        details: { version, exhibits, statement: statement === null ? 'suggested' : 'written' },
      });
    });
  }
}
