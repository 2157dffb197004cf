import type { LimitOverrideEnd } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { lockWallets } from '../../ledger/ledger.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { endOverride, findOverride } from '../persistence/limit-overrides.store.js';

/** Ends an override before its time; the next decision is taken without it. */
@Injectable()
export class EndOverride {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** Refusals in order: record.unknown, action.not_allowed (it is over). */
  execute(actor: StaffActor, overrideId: string, { reason }: LimitOverrideEnd): Promise<void> {
    return this.uow.run(async (tx) => {
      const found = isUuid(overrideId) ? await findOverride(tx, overrideId) : null;
      if (!found) throw new ProblemError('record.unknown');
      const { accountId, kind } = found;
      await lockWallets(tx, [accountId]);
      const made = { at: new Date(this.clock.now()), by: actor.id, reason };
      if (!(await endOverride(tx, { accountId, overrideId }, made)))
        throw new ProblemError('action.not_allowed', 'It is over already.');
      await this.outbox.append(tx, 'limits.changed', { accountId, layer: 'staff', reason });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'account.limit_override_ended',
        subject: { type: 'account', id: accountId },
        reason,
        details: { overrideId, kind },
      });
    });
  }
}
