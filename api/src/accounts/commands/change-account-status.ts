import {
  ACCOUNT_MACHINE,
  type AccountAction,
  allowedActions,
  cleared,
  decodeSecurity,
  encodeSecurity,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { lockAccount, writeStatus } from '../persistence/accounts.store.js';

export interface AccountStatusChange {
  readonly accountId: string;
  readonly action: AccountAction;
  readonly reason: string | null;
}

/**
 * Restricts, suspends, releases or closes an account. It waits for what is being decided on the account and commits
 * before anything else is, so no decision overlooks it.
 * Refusals, in this order: account.unknown, action.not_allowed, action.reason_required.
 */
@Injectable()
export class ChangeAccountStatus {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(actor: StaffActor, change: AccountStatusChange): Promise<void> {
    return this.uow.run((tx) => this.within(tx, actor, change));
  }

  /** The same within what else is done in the transaction. */
  async within(tx: Tx, actor: StaffActor, { accountId, action, reason }: AccountStatusChange): Promise<void> {
    const account = await lockAccount(tx, accountId);
    if (!account) throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
    const { to, reasonRequired } = ACCOUNT_MACHINE.transitions[action];
    if (!allowedActions(ACCOUNT_MACHINE, account.status, actor.permissions).includes(action))
      throw new ProblemError('action.not_allowed', `An account that is ${account.status} cannot be ${to}.`);
    if (reasonRequired && reason === null)
      throw new ProblemError('action.reason_required', undefined, [
        { pointer: '/reason', detail: 'is required' },
      ]);

    const at = this.clock.now();
    const goesOn = to === 'active';
    await writeStatus(tx, {
      accountId,
      status: to,
      because: goesOn ? null : { by: 'staff', why: 'staff', at },
      // Whoever releases it has seen what spoke against it: no rule restricts it for the same again.
      ...(goesOn && { security: encodeSecurity(cleared(decodeSecurity(account.security), at)) }),
      at,
    });
    await this.outbox.append(tx, 'account.status_changed', { accountId, status: to, reason });
    await this.audit.append(tx, {
      actor: { type: 'staff', id: actor.id },
      action: `account.${action}`,
      subject: { type: 'account', id: accountId },
      reason,
      details: { from: account.status, to },
    });
  }
}
