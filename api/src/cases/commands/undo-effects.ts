import {
  ACCOUNT_STATUSES,
  type AccountAction,
  type AccountStatus,
  type RestoreRefusal,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { ChangeAccountStatus } from '../../accounts/accounts.public.js';
import { RestoreCredit } from '../../decisions/decisions.public.js';
import { RemoveListEntry } from '../../lists/lists.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { ActOnRefund, CallBackRefunds } from '../../refunds/refunds.public.js';
import type { Undone } from '../persistence/appeals.store.js';
import {
  type CaseDecisionRecord,
  type CaseEffect,
  restrictedElsewhere,
} from '../persistence/case-decisions.store.js';
import type { LockedCase } from './lock-for-decision.js';

interface Undoing extends LockedCase {
  readonly decision: CaseDecisionRecord;
  readonly staff: StaffActor;
  readonly reason: string;
}

type Outcome = Pick<Undone, 'outcome' | 'why'>;

const UNDONE: Outcome = { outcome: 'undone', why: null };
const kept = (why: string): Outcome => ({ outcome: 'kept', why });

/** Why a declined transaction does not stand again. */
const WHY_NOT_RESTORED: Readonly<Record<RestoreRefusal, string>> = {
  'restore.not_declined': 'posted',
  'restore.nothing_taken': 'given_back_when_declined',
  'restore.not_paid': 'not_paid',
  'restore.money_returned': 'money_returned',
  'restore.lapsed': 'lapsed',
};

const BACK_TO: Readonly<Partial<Record<AccountStatus, AccountAction>>> = {
  active: 'release',
  restricted: 'restrict',
};

/**
 * Takes back what a decision did, in one transaction and by new entries only. What is no longer as the decision left it, or
 * cannot be called back, stays, and the answer says so.
 */
@Injectable()
export class UndoEffects {
  constructor(
    private readonly changeStatus: ChangeAccountStatus,
    private readonly removeListEntry: RemoveListEntry,
    private readonly actOnRefund: ActOnRefund,
    private readonly callBackRefunds: CallBackRefunds,
    private readonly restoreCredit: RestoreCredit,
  ) {}

  /** Refunds are locked before wallets, by everybody: so this comes before anything else is locked. */
  async lockRefunds(tx: Tx, decision: CaseDecisionRecord): Promise<void> {
    const { accountId, effects } = decision;
    const done = effects.filter(({ outcome }) => outcome === 'done');
    await this.callBackRefunds.lock(tx, {
      accountId,
      refundIds: done.flatMap(({ type, details }) =>
        type === 'refund' ? [String(details?.['refundId'])] : [],
      ),
      purchaseIds: done.flatMap(({ type, subject }) => (type === 'decline_holds' ? [subject.id] : [])),
    });
  }

  async run(tx: Tx, undoing: Undoing): Promise<Undone[]> {
    const undone: Undone[] = [];
    for (const effect of undoing.decision.effects.filter(({ outcome }) => outcome === 'done')) {
      const { type, subject } = effect;
      const outcome = await this.undo(tx, effect, undoing);
      if (outcome !== null) undone.push({ type, subject, ...outcome });
    }
    return undone;
  }

  /** Null: nothing was taken from anybody. */
  private async undo(tx: Tx, effect: CaseEffect, undoing: Undoing): Promise<Outcome | null> {
    switch (effect.type) {
      case 'restrict_account':
      case 'suspend_account':
        return this.account(tx, effect, undoing);
      case 'list_entry':
        return this.listEntry(tx, effect, undoing);
      case 'refund':
        return this.refund(tx, effect, undoing);
      case 'decline_holds':
        return this.declined(tx, effect, undoing);
      case 'warn':
        return kept('told');
      case 'release_holds':
      case 'release_account':
        return null;
    }
  }

  /** A purchase stands again while its money is still with us: its refund is called back and its coins come back, together. */
  private async declined(tx: Tx, effect: CaseEffect, { staff, reason }: Undoing): Promise<Outcome> {
    const transactionId = effect.subject.id;
    const called = { purchaseId: transactionId, reason };
    const isPurchase = effect.details?.['kind'] === 'purchase';
    const moneyWentBack = isPurchase && !(await this.callBackRefunds.within(tx, staff, called));
    const actor = { type: 'staff', id: staff.id } as const;
    const refusal = await this.restoreCredit.within(tx, { transactionId, moneyWentBack, actor, reason });
    return refusal === null ? UNDONE : kept(WHY_NOT_RESTORED[refusal]);
  }

  private async account(tx: Tx, { details }: CaseEffect, undoing: Undoing): Promise<Outcome> {
    const { account, decision, staff, reason } = undoing;
    const from = ACCOUNT_STATUSES.find((status) => status === details?.['from']);
    if (account === null || account.status !== details?.['to']) return kept(account?.status ?? 'unknown');
    if (await restrictedElsewhere(tx, decision)) return kept('another_decision');
    const action = from && BACK_TO[from];
    if (!action) return kept(account.status);
    await this.changeStatus.within(tx, staff, { accountId: account.accountId, action, reason });
    return UNDONE;
  }

  private async listEntry(tx: Tx, { details }: CaseEffect, { staff, reason }: Undoing): Promise<Outcome> {
    const entryId = String(details?.['entryId']);
    try {
      await tx.attempt(() => this.removeListEntry.within(tx, staff, { entryId, reason }));
      return UNDONE;
    } catch (error) {
      if (error instanceof ProblemError) return kept('gone');
      throw error;
    }
  }

  /** Cancelled before it is paid, its coins come back; once the money is with the buyer, it stays there. */
  private async refund(tx: Tx, { details }: CaseEffect, { staff, reason }: Undoing): Promise<Outcome> {
    const refundId = String(details?.['refundId']);
    try {
      await tx.attempt(() =>
        this.actOnRefund.within(tx, staff, { refundId, action: 'cancel', body: { reason } }),
      );
      return UNDONE;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'action.not_allowed') return kept('paid');
      throw error;
    }
  }
}
