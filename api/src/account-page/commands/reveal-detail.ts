import type { Revealed, RevealRequest } from '@coinwarden/contracts';
import { CLEAR_WITH } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readPersonalDetail } from '../persistence/personal-details.store.js';

/**
 * Shows one personal detail of an account in clear, and writes down who saw it. The value leaves only after the entry is
 * committed: what nobody can prove was shown is not shown. The entry names the detail, never its value.
 * Refusals, in this order: auth.forbidden, record.unknown.
 */
@Injectable()
export class RevealDetail {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  run(actor: StaffActor, accountId: string, request: RevealRequest): Promise<Revealed> {
    const { detail, reason } = request;
    if (!actor.permissions.has(CLEAR_WITH[detail])) throw new ProblemError('auth.forbidden');
    return this.uow.run(async (tx) => {
      const value = await readPersonalDetail(tx, accountId, request);
      if (value === null)
        throw new ProblemError('record.unknown', 'There is no such detail of this account.');
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'pii.revealed',
        subject: { type: 'account', id: accountId },
        reason: reason ?? null,
        details: {
          detail,
          ...('eventId' in request && { eventId: request.eventId }),
          ...('transactionId' in request && { transactionId: request.transactionId }),
        },
      });
      return { detail, value };
    });
  }
}
