import type { CaseHeartbeat } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { readQueue } from '../persistence/case-queues.store.js';
import { extendLease, readCase } from '../persistence/cases.store.js';
import { notePresence, readPresence } from '../persistence/presence.store.js';
import { claimView, presenceView } from '../queries/case-records.js';
import { unknownCase } from './case-context.js';

/** Somebody has a case open: others see that, and whoever has it claimed keeps it. */
@Injectable()
export class NoteHeartbeat {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(staff: StaffActor, caseId: string): Promise<CaseHeartbeat> {
    const now = this.clock.now();
    const found = await readCase(this.db, caseId);
    if (found === null) throw unknownCase(caseId);
    const { leaseSeconds } = (await readQueue(this.db, found.queueId))!;
    await notePresence(this.db, { caseId, staffId: staff.id, name: staff.name, at: now });
    // Only while it is still theirs: who was taken it by somebody else learns that from the answer.
    await extendLease(this.db, { caseId, staffId: staff.id, until: now + leaseSeconds * 1_000 });
    const record = (await readCase(this.db, caseId))!;
    const presence = await readPresence(this.db, { caseId, except: staff.id, now });
    return {
      revision: record.revision,
      status: record.status,
      claim: claimView(record, staff, now),
      presence: presence.map(presenceView),
    };
  }
}
