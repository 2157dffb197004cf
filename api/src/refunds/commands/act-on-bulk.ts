import type { RefundBulkActionRequest } from '@coinwarden/contracts';
import { openBulkActions, REFUND_BULK_MACHINE, type RefundBulkAction } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { lockBulk, type RefundBulkRecord } from '../persistence/refund-bulks.store.js';
import { MoveBulk } from './move-bulk.js';
import { previewChanged } from './settle-refund.js';

/**
 * Approves, rejects or stops a bulk.
 * Refusals, in this order: record.unknown, auth.forbidden, action.not_allowed, refund.self_approval,
 * action.reason_required, request.invalid, refund.preview_changed.
 */
@Injectable()
export class ActOnBulk {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly moveBulk: MoveBulk,
  ) {}

  async run(
    staff: StaffActor,
    bulkId: string,
    action: RefundBulkAction,
    body: RefundBulkActionRequest,
  ): Promise<void> {
    await this.uow.run(async (tx) => {
      const bulk = await lockBulk(tx, bulkId);
      if (bulk === null) throw new ProblemError('record.unknown', `There is no bulk ${bulkId}.`);
      permit(staff, bulk, action);
      if (REFUND_BULK_MACHINE.transitions[action].reasonRequired && body.reason === undefined)
        throw new ProblemError('action.reason_required', undefined, [
          { pointer: '/reason', detail: 'is required' },
        ]);
      if (action === 'approve') expectPreview(bulk, body.previewHash);
      const actor = { type: 'staff', id: staff.id, name: staff.name } as const;
      await this.moveBulk.run(tx, bulk, {
        step: action,
        at: this.clock.now(),
        actor,
        reason: body.reason,
        ...(action === 'approve' && { approvedBy: actor }),
      });
    });
  }
}

function permit(staff: StaffActor, bulk: RefundBulkRecord, action: RefundBulkAction): void {
  const { permission } = REFUND_BULK_MACHINE.transitions[action];
  if (!staff.permissions.has(permission))
    throw new ProblemError('auth.forbidden', `This needs the permission ${permission}.`);
  if (!openBulkActions(staff, { status: bulk.status, requestedBy: bulk.requestedBy.id }).includes(action))
    throw new ProblemError('action.not_allowed', `A bulk that is ${bulk.status} is not open to "${action}".`);
  if (action === 'approve' && bulk.requestedBy.id === staff.id)
    throw new ProblemError('refund.self_approval', 'You asked for this bulk; somebody else starts it.');
}

function expectPreview({ previewHash }: RefundBulkRecord, named: string | undefined): void {
  if (named === undefined)
    throw new ProblemError('request.invalid', 'An approval names the preview it approves.', [
      { pointer: '/previewHash', detail: 'is required' },
    ]);
  if (named !== previewHash) throw previewChanged(previewHash);
}
