import { type RingAction, ringAfter } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { refreshLinkFacts } from '../persistence/link-facts.store.js';
import { waitForLinks } from '../persistence/link-nodes.store.js';
import { lockRing, readRingMembers, writeJudgement } from '../persistence/rings.store.js';

/**
 * A person confirms or dismisses a ring, which is a label for what found it; rules see the difference with the next
 * decision. Refusals, in this order: record.unknown, action.not_allowed.
 */
@Injectable()
export class JudgeRing {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  run(staff: StaffActor, ringId: string, action: RingAction, reason: string): Promise<void> {
    return this.uow.run(async (tx) => {
      await waitForLinks(tx);
      const ring = await lockRing(tx, ringId);
      if (ring === null) throw new ProblemError('record.unknown', `There is no ring ${ringId}.`);
      const status = ringAfter(ring.status, action);
      if (status === null) throw new ProblemError('action.not_allowed', `The ring is ${ring.status}.`);
      const at = this.clock.now();
      await writeJudgement(tx, ringId, { status, score: ring.score, at, staffId: staff.id, reason });
      await refreshLinkFacts(tx, await readRingMembers(tx, ringId));
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: `ring.${action}`,
        subject: { type: 'ring', id: ringId },
        reason,
        details: { from: ring.status, to: status, score: ring.score, members: ring.members },
      });
    });
  }
}
