import type { RefundActionRequest } from '@coinwarden/contracts';
import {
  isOwnRefund,
  needsAnotherPerson,
  openRefundActions,
  REFUND_MACHINE,
  type RefundAction,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { lockRefund, type RefundActor, type RefundRecord } from '../persistence/refunds.store.js';
import type { ActionContext } from './action-context.js';
import { ConfirmPaid } from './confirm-paid.js';
import { MoveRefund } from './move-refund.js';
import { RetryRefund } from './retry-refund.js';
import { SettleRefund } from './settle-refund.js';

/**
 * What staff do to a refund, under its lock, so that of two who act at once the second sees what the first did.
 * Refusals, in this order: record.unknown, auth.forbidden, action.not_allowed, refund.self_approval, action.reason_required,
 * request.invalid, refund.preview_changed, refund.exceeds_captured.
 */
@Injectable()
export class ActOnRefund {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly settle: SettleRefund,
    private readonly moveRefund: MoveRefund,
    private readonly retry: RetryRefund,
    private readonly confirmPaid: ConfirmPaid,
  ) {}

  run(
    staff: StaffActor,
    refundId: string,
    action: RefundAction,
    body: RefundActionRequest,
  ): Promise<RefundRecord> {
    return this.uow.run((tx) => this.within(tx, staff, { refundId, action, body }));
  }

  /** The same within what else is done in the transaction. */
  async within(
    tx: Tx,
    staff: StaffActor,
    { refundId, action, body }: { refundId: string; action: RefundAction; body: RefundActionRequest },
  ): Promise<RefundRecord> {
    const at = this.clock.now();
    const actor: RefundActor = { type: 'staff', id: staff.id, name: staff.name };
    const refund = await lockRefund(tx, refundId);
    if (refund === null) throw new ProblemError('record.unknown', `There is no refund ${refundId}.`);
    permit(staff, refund, action);
    if (REFUND_MACHINE.transitions[action].reasonRequired && body.reason === undefined)
      throw new ProblemError('action.reason_required', undefined, [
        { pointer: '/reason', detail: 'is required' },
      ]);
    return this.act(tx, action, { refund, body, actor, at });
  }

  private act(tx: Tx, action: RefundAction, context: ActionContext): Promise<RefundRecord> {
    switch (action) {
      case 'approve':
        return this.approve(tx, context);
      case 'reject':
        return this.reject(tx, context);
      case 'cancel':
        return this.cancel(tx, context);
      case 'confirm_paid':
        return this.confirmPaid.run(tx, context);
      case 'retry':
        return this.retry.run(tx, context);
    }
  }

  private async approve(tx: Tx, { refund, body, actor, at }: ActionContext): Promise<RefundRecord> {
    const { previewHash } = body;
    if (previewHash === undefined)
      throw new ProblemError('request.invalid', 'An approval names the preview it approves.', [
        { pointer: '/previewHash', detail: 'is required' },
      ]);
    const approved = { ...refund, status: 'approved' as const };
    await this.settle.run(tx, approved, { paidMinor: 0n, at, actor, expectHash: previewHash });
    return this.moveRefund.run(tx, refund, {
      step: 'approve',
      at,
      actor,
      reason: body.reason ?? null,
      details: { previewHash },
      changes: { approvedBy: actor },
    });
  }

  private reject(tx: Tx, { refund, body, actor, at }: ActionContext): Promise<RefundRecord> {
    const failure = { code: 'rejected', message: body.reason ?? '' };
    const changes = { failure };
    return this.moveRefund.run(tx, refund, {
      step: 'reject',
      at,
      actor,
      reason: body.reason ?? null,
      changes,
    });
  }

  private async cancel(tx: Tx, { refund, body, actor, at }: ActionContext): Promise<RefundRecord> {
    if (refund.status === 'approved')
      await this.settle.run(tx, { ...refund, status: 'cancelled' }, { paidMinor: 0n, at, actor });
    return this.moveRefund.run(tx, refund, { step: 'cancel', at, actor, reason: body.reason ?? null });
  }
}

function permit(staff: StaffActor, refund: RefundRecord, action: RefundAction): void {
  const { permission } = REFUND_MACHINE.transitions[action];
  if (!staff.permissions.has(permission))
    throw new ProblemError('auth.forbidden', `This needs the permission ${permission}.`);
  if (!openRefundActions(staff, refund).includes(action))
    throw new ProblemError(
      'action.not_allowed',
      `A refund that is ${refund.status} is not open to "${action}" by you.`,
    );
  if (needsAnotherPerson(action) && isOwnRefund(staff, refund))
    throw new ProblemError('refund.self_approval', 'You asked for this refund; somebody else decides on it.');
}
