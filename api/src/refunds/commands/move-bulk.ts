import { REFUND_BULK_MACHINE } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { type RefundBulkRecord, updateBulk } from '../persistence/refund-bulks.store.js';
import type { RefundActor } from '../persistence/refunds.store.js';

export interface BulkMove {
  readonly step: keyof typeof REFUND_BULK_MACHINE.transitions;
  readonly at: number;
  readonly actor: RefundActor;
  readonly reason?: string | undefined;
  readonly approvedBy?: RefundActor;
}

/** Takes a locked bulk one step along its machine, with announcement and audit entry. */
@Injectable()
export class MoveBulk {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async run(tx: Tx, bulk: RefundBulkRecord, move: BulkMove): Promise<RefundBulkRecord> {
    const { step, at, actor } = move;
    const { from, to } = REFUND_BULK_MACHINE.transitions[step];
    if (!(from as readonly string[]).includes(bulk.status))
      throw new ProblemError('action.not_allowed', `A bulk that is ${bulk.status} cannot be ${to}.`);
    const approvedBy = move.approvedBy ?? bulk.approvedBy;
    const moved: RefundBulkRecord = { ...bulk, status: to, changedAt: at, approvedBy };
    await updateBulk(tx, moved);
    if (to === 'running') await this.outbox.append(tx, 'refund_bulk.running', { bulkId: bulk.bulkId });
    await this.audit.append(tx, {
      actor: { type: actor.type, id: actor.id },
      action: `refund_bulk.${step}`,
      subject: { type: 'refund_bulk', id: bulk.bulkId },
      reason: move.reason ?? null,
      details: { from: bulk.status, to, items: bulk.items, usdMinor: bulk.usdMinor },
    });
    return moved;
  }
}
