import { listEntryCreate } from '@coinwarden/contracts';
import { type AccountAction, DAY, type ListValueType, type Measure } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { ChangeAccountStatus } from '../../accounts/accounts.public.js';
import { EndHold } from '../../decisions/decisions.public.js';
import { AddListEntry } from '../../lists/lists.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { RequestRefund } from '../../refunds/refunds.public.js';
import type { CaseEffect } from '../persistence/case-decisions.store.js';
import type { CaseTransaction } from '../persistence/case-transactions.store.js';
import { invalid } from './case-context.js';
import type { LockedCase } from './lock-for-decision.js';

export interface Measures {
  readonly measures: readonly Measure[];
  readonly reason: string;
  readonly staff: StaffActor;
  readonly at: number;
}

type Target = Measures & LockedCase;

const ACCOUNT_ACTION = {
  restrict_account: 'restrict',
  suspend_account: 'suspend',
  release_account: 'release',
} as const satisfies Partial<Record<Measure['type'], AccountAction>>;

const STATUS_AFTER = { restrict: 'restricted', suspend: 'suspended', release: 'active' } as const;

/**
 * Takes the measures of one decision in its transaction: all of them, or with the transaction none. What has happened
 * already is skipped and said so. A refund takes the coins now; its money is paid by the refund's own workflow.
 */
@Injectable()
export class ApplyMeasures {
  constructor(
    private readonly endHold: EndHold,
    private readonly changeStatus: ChangeAccountStatus,
    private readonly requestRefund: RequestRefund,
    private readonly addListEntry: AddListEntry,
    private readonly outbox: Outbox,
  ) {}

  async run(tx: Tx, locked: LockedCase, taken: Measures): Promise<CaseEffect[]> {
    const target = { ...locked, ...taken };
    const effects: CaseEffect[] = [];
    for (const [place, measure] of taken.measures.entries()) {
      effects.push(...(await this.apply(tx, measure, target, place)));
    }
    return effects;
  }

  private async apply(tx: Tx, measure: Measure, target: Target, place: number): Promise<CaseEffect[]> {
    switch (measure.type) {
      case 'release_holds':
      case 'decline_holds':
        return this.endHolds(tx, measure.type, target);
      case 'restrict_account':
      case 'suspend_account':
      case 'release_account':
        return [await this.account(tx, measure.type, target)];
      case 'refund':
        return this.refund(tx, measure, target);
      case 'list_entry':
        return this.list(tx, measure, target, place);
      case 'warn':
        return [await this.warn(tx, measure.text, target)];
    }
  }

  private async endHolds(
    tx: Tx,
    type: 'release_holds' | 'decline_holds',
    { transactions, staff, reason }: Target,
  ): Promise<CaseEffect[]> {
    const end = type === 'release_holds' ? 'released' : 'declined';
    const effects: CaseEffect[] = [];
    for (const transaction of transactions) {
      const { transactionId, status, kind } = transaction;
      const subject = { type: 'transaction', id: transactionId };
      if (transaction.heldUntil === null) {
        effects.push({ type, outcome: 'skipped', subject, why: status });
        continue;
      }
      await this.endHold.within(tx, { transactionId, end, actor: { type: 'staff', id: staff.id }, reason });
      effects.push({ type, outcome: 'done', subject, why: null, details: { kind, end } });
    }
    return effects;
  }

  private async account(
    tx: Tx,
    type: keyof typeof ACCOUNT_ACTION,
    { record, account, staff, reason }: Target,
  ): Promise<CaseEffect> {
    const { accountId } = record;
    const subject = { type: 'account', id: accountId };
    const action = ACCOUNT_ACTION[type];
    const to = STATUS_AFTER[action];
    // What a rule did for the time being becomes this decision's, and is undone with it.
    if (action === 'restrict' && account?.status === 'restricted' && account.statusBecause?.by === 'system')
      return { type, outcome: 'done', subject, why: null, details: { from: 'active', to } };
    // A restriction never loosens a suspension.
    const isStricter = action === 'restrict' && account?.status === 'suspended';
    if (account?.status === to || account?.status === 'closed' || isStricter)
      return { type, outcome: 'skipped', subject, why: account.status };
    await this.changeStatus.within(tx, staff, { accountId, action, reason });
    return { type, outcome: 'done', subject, why: null, details: { from: account?.status, to } };
  }

  private async refund(
    tx: Tx,
    { type, reason: code }: Extract<Measure, { type: 'refund' }>,
    { transactions, staff, reason }: Target,
  ): Promise<CaseEffect[]> {
    const effects: CaseEffect[] = [];
    for (const { transactionId, kind, status } of transactions) {
      if (kind !== 'purchase') continue;
      const subject = { type: 'transaction', id: transactionId };
      if (status !== 'posted') {
        effects.push({ type, outcome: 'skipped', subject, why: status });
        continue;
      }
      const refund = await this.requestRefund.withStaff(tx, staff, {
        purchaseId: transactionId,
        amountMinor: undefined,
        reason: code,
        note: reason,
        previewHash: undefined,
      });
      if (refund.status === 'rejected')
        throw new ProblemError(
          'refund.not_refundable',
          refund.failure?.message ?? 'The policy refuses the refund.',
        );
      const { refundId } = refund;
      effects.push({ type, outcome: 'done', subject, why: refund.status, details: { refundId } });
    }
    return effects;
  }

  private async list(
    tx: Tx,
    { type, list, of, value, days }: Extract<Measure, { type: 'list_entry' }>,
    target: Target,
    place: number,
  ): Promise<CaseEffect[]> {
    const { staff, reason, at } = target;
    const values = value === undefined ? valuesOf(of, target) : [value];
    const effects: CaseEffect[] = [];
    for (const one of values) {
      const subject = { type: 'list_entry', id: `${list}:${of}:${one}` };
      const expiresAt = days === undefined ? null : new Date(at + days * DAY).toISOString();
      const entry = listEntryCreate.safeParse({ list, type: of, value: one, reason, expiresAt });
      if (!entry.success) throw invalid(`/measures/${place}/value`, entry.error.issues[0]!.message);
      try {
        const id = await tx.attempt(() => this.addListEntry.within(tx, staff, entry.data));
        effects.push({ type, outcome: 'done', subject, why: null, details: { entryId: id } });
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'record.conflict') throw error;
        effects.push({ type, outcome: 'skipped', subject, why: 'listed' });
      }
    }
    return effects;
  }

  private async warn(tx: Tx, text: string, { record }: Target): Promise<CaseEffect> {
    const { accountId, caseId } = record;
    await this.outbox.append(tx, 'account.warned', { accountId, caseId, text });
    return { type: 'warn', outcome: 'done', subject: { type: 'account', id: accountId }, why: null };
  }
}

/** Where the account's transactions of this case came from; an account is itself. */
function valuesOf(of: ListValueType, { record, transactions }: Target): string[] {
  const from: Partial<Record<ListValueType, (one: CaseTransaction) => string | null>> = {
    device: (one) => one.device,
    ip: (one) => one.ip,
    instrument: (one) => one.instrument,
    payout: (one) => one.payout,
  };
  if (of === 'account') return [record.accountId];
  const read = from[of];
  if (!read) throw invalid('/measures', `an entry of ${of} needs a value`);
  return [...new Set(transactions.flatMap((one) => read(one) ?? []))];
}
