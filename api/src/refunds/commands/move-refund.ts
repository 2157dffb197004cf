import {
  needsWorker,
  REFUND_MACHINE,
  type RefundAction,
  type RefundEventKind,
  type RefundStep,
  refundDueAt,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { MoneyBackPolicies } from '../../money-back-policies/money-back-policies.public.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { appendRefundEvents } from '../persistence/refund-events.store.js';
import { updateRefund } from '../persistence/refund-writes.store.js';
import type { RefundActor, RefundRecord } from '../persistence/refunds.store.js';

export interface RefundMove {
  readonly step: RefundAction | RefundStep;
  readonly at: number;
  readonly actor: RefundActor;
  readonly reason?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
  /** What else changes about the refund with it. */
  readonly changes?: Partial<
    Pick<
      RefundRecord,
      'askedBy' | 'approvedBy' | 'attempt' | 'decision' | 'failure' | 'providerRefundId' | 'tryAt'
    >
  >;
}

const EVENT_OF: Readonly<Record<RefundMove['step'], RefundEventKind>> = {
  approve: 'approved',
  reject: 'rejected',
  cancel: 'cancelled',
  confirm_paid: 'confirmed_paid',
  retry: 'retried',
  auto_approve: 'approved',
  ask_second_person: 'judged',
  refuse: 'rejected',
  start: 'processing',
  succeed: 'succeeded',
  fail: 'failed',
};

/**
 * Takes a locked refund one step along its machine: its row, its timeline, the announcement and the audit entry, in the
 * caller's transaction.
 */
@Injectable()
export class MoveRefund {
  constructor(
    private readonly policies: MoneyBackPolicies,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async run(tx: Tx, refund: RefundRecord, move: RefundMove): Promise<RefundRecord> {
    const { step, at, actor, reason = null, details = {} } = move;
    const { from, to } = REFUND_MACHINE.transitions[step];
    if (!(from as readonly string[]).includes(refund.status))
      throw new ProblemError('action.not_allowed', `A refund that is ${refund.status} cannot be ${to}.`);
    const { policy } = await this.policies.current(tx, 'refund');
    const moved: RefundRecord = {
      ...refund,
      failure: null,
      tries: 0,
      tryAt: needsWorker(to, refund.channel) ? at : null,
      ...move.changes,
      status: to,
      changedAt: at,
      dueAt: refundDueAt(policy, to, at),
    };
    const { accountId, refundId, purchaseId } = refund;
    await Promise.all([
      updateRefund(tx, moved),
      appendRefundEvents(tx, refund, [{ kind: EVENT_OF[step], at, actor, text: reason, details }]),
      this.outbox.append(tx, 'refund.changed', { accountId, refundId, status: to }),
    ]);
    await this.audit.append(tx, {
      actor: { type: actor.type, id: actor.id },
      action: `refund.${step}`,
      subject: { type: 'refund', id: refundId },
      reason,
      details: { accountId, purchaseId, from: refund.status, to, ...details },
    });
    return moved;
  }
}
