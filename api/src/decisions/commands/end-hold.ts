import {
  decodeUsage,
  encodeUsage,
  endHold,
  giveBackUsage,
  type HoldEnd,
  type HoldEnded,
  spendOf,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import {
  Books,
  lockWallets,
  type WalletRecord,
  writeBooks,
  writeWallets,
} from '../../ledger/ledger.public.js';
import { AuditLog, type AuditRecord } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { idAt } from '../../platform/database/ids.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { returnRedemption } from '../../promotions/promotions.public.js';
import { findHeld, type HeldTransaction } from '../persistence/holds.store.js';
import { openRefunds } from '../persistence/refunds.store.js';
import { nextEntryNo, setStatus } from '../persistence/transactions.store.js';
import { debtChangeOf } from './debt-change.js';

export interface EndHoldRequest {
  readonly transactionId: string;
  readonly end: HoldEnd;
  readonly actor: AuditRecord['actor'];
  readonly reason?: string | undefined;
}

const REFUSALS = {
  'hold.not_a_purchase': 'Only a purchase is captured or voided.',
  'hold.captured': 'The payment has been captured already.',
  'hold.not_in_review': 'The transaction does not wait for a person, but for its payment.',
  'hold.not_lapsed': 'The hold has time left.',
} as const;

/**
 * Ends a hold (a person releases or declines, a payment is captured or voided, the clock runs out) under the lock of the
 * wallets, so of two who try at once one ends it and the other is told that it is over.
 */
@Injectable()
export class EndHold {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  run(request: EndHoldRequest): Promise<HoldEnded> {
    return this.uow.run((tx) => this.within(tx, request));
  }

  /** The same within what else is done in the transaction. */
  async within(tx: Tx, request: EndHoldRequest): Promise<HoldEnded> {
    const { held, wallets } = await this.lock(tx, request.transactionId);
    const { terms, hold } = held;
    if (hold === null) throw notHeld(held);
    const now = this.clock.now();
    const own = wallets.get(terms.accountId)!;
    const recipient = terms.recipientId === null ? undefined : wallets.get(terms.recipientId);
    const decided = endHold({
      terms,
      hold,
      wallet: own.wallet,
      recipient: recipient?.wallet ?? null,
      ids: { transactionId: held.transactionId, lotId: idAt(now), bonusLotId: idAt(now) },
      now,
      end: request.end,
    });
    if (!decided.ok) throw new ProblemError('action.not_allowed', REFUSALS[decided.failure.code]);
    await this.write(tx, { request, held, own, recipient, ended: decided.value, now });
    return decided.value;
  }

  /** The accounts are known only from the row; read, lock, and read again what may have changed meanwhile. */
  private async lock(tx: Tx, transactionId: string) {
    const found = await findHeld(tx, transactionId);
    if (found === null)
      throw new ProblemError('transaction.unknown', `There is no transaction ${transactionId}.`);
    const { accountId, recipientId } = found.terms;
    const wallets = await lockWallets(tx, recipientId === null ? [accountId] : [accountId, recipientId]);
    return { held: (await findHeld(tx, transactionId))!, wallets };
  }

  private async write(tx: Tx, args: Ending): Promise<void> {
    const { held, own, recipient, ended, now } = args;
    const { effects } = ended;
    const of = { accountId: held.terms.accountId, transactionId: held.transactionId };
    const entryNo = await nextEntryNo(tx, of);
    const books = new Books();
    books.add(of, effects, { entryNo, at: now });
    books.changedHolds.push({
      ...of,
      hold: ended.hold ?? held.hold!,
      endedAt: ended.endedBy === null ? null : now,
      endedBy: ended.endedBy,
    });
    await Promise.all(writeBooks(tx, books));
    const changes = [{ wallet: effects.wallet, usage: usageAfter(args), velocity: own.velocity }];
    if (recipient && effects.recipient) {
      changes.push({ wallet: effects.recipient, usage: recipient.usage, velocity: recipient.velocity });
    }
    await writeWallets(tx, changes);
    await setStatus(tx, of, ended.status);
    if (ended.givesBackRoom && held.terms.kind === 'purchase')
      await returnRedemption(tx, { ...of, at: new Date(now) });
    await this.tell(tx, args);
  }

  private async tell(tx: Tx, { request, held, ended, now }: Ending): Promise<void> {
    const { terms, transactionId } = held;
    const { end, actor, reason } = request;
    if (ended.refundDue && terms.money) {
      const why = end === 'expired' ? 'review_expired' : 'review_declined';
      const refundId = idAt(now);
      const { accountId, money } = terms;
      await Promise.all(
        openRefunds(tx, [{ refundId, accountId, transactionId, ...money, reason: why, at: now }]),
      );
    }
    const { repaid } = ended.effects;
    if (repaid) {
      await this.outbox.append(tx, 'debt.changed', { changes: [debtChangeOf({ ...repaid, transactionId })] });
    }
    const action = `transaction.${end}`;
    const subject = { type: 'transaction', id: transactionId };
    await this.audit.append(tx, { actor, action, subject, reason, details: { accountId: terms.accountId } });
    await this.outbox.append(tx, 'hold.ended', { accountId: terms.accountId, transactionId, end });
  }
}

interface Ending {
  readonly request: EndHoldRequest;
  readonly held: HeldTransaction;
  readonly own: WalletRecord;
  readonly recipient: WalletRecord | undefined;
  readonly ended: HoldEnded;
  readonly now: number;
}

function usageAfter({ own, held, ended }: Ending): string {
  const spend = ended.givesBackRoom ? spendOf(held.terms) : null;
  if (spend === null) return own.usage;
  return encodeUsage(giveBackUsage(decodeUsage(own.usage), spend, held.decidedAt));
}

const notHeld = (held: HeldTransaction) =>
  new ProblemError(
    'transaction.not_held',
    `The transaction is ${held.status}; it is not held, or no longer.`,
  );
