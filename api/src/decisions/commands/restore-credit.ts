import {
  addUsage,
  decodeUsage,
  type Effects,
  encodeUsage,
  type RestoreRefusal,
  restoreCredit,
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
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { type DeclinedCredit, findDeclinedCredit } from '../persistence/declined-credits.store.js';
import { nextEntryNo, setStatus } from '../persistence/transactions.store.js';
import { debtChangeOf } from './debt-change.js';

export interface RestoreRequest {
  readonly transactionId: string;
  /** What has to be known of the payment: the caller has called back what could be. */
  readonly moneyWentBack: boolean;
  readonly actor: AuditRecord['actor'];
  readonly reason: string;
}

/**
 * Lets a purchase or reward stand that a person declined by mistake, within what else is done in the transaction. Answers why
 * not where that cannot be; then nothing was written. Of two at once the second finds it posted.
 */
@Injectable()
export class RestoreCredit {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  async within(tx: Tx, request: RestoreRequest): Promise<RestoreRefusal | null> {
    const found = await findDeclinedCredit(tx, request.transactionId);
    if (found === null) return 'restore.nothing_taken';
    const { accountId } = found.terms;
    const own = (await lockWallets(tx, [accountId])).get(accountId)!;
    const now = this.clock.now();
    const credit = (await findDeclinedCredit(tx, request.transactionId))!;
    const { terms, status, captured, lots } = credit;
    const { moneyWentBack } = request;
    const { wallet } = own;
    const decided = restoreCredit({ kind: terms.kind, status, captured, moneyWentBack, wallet, lots, now });
    if (!decided.ok) return decided.failure.code;
    await this.write(tx, { request, credit, own, effects: decided.value, now });
    return null;
  }

  private async write(tx: Tx, restoring: Restoring): Promise<void> {
    const { request, credit, own, effects, now } = restoring;
    const { accountId } = credit.terms;
    const { transactionId, actor, reason } = request;
    const of = { accountId, transactionId };
    const books = new Books();
    books.add(of, effects, { entryNo: await nextEntryNo(tx, of), at: now });
    await Promise.all(writeBooks(tx, books));
    const { velocity } = own;
    await writeWallets(tx, [{ wallet: effects.wallet, usage: usageAfter(restoring), velocity }]);
    await setStatus(tx, of, 'posted');
    const { repaid } = effects;
    if (repaid !== null) {
      const changes = [debtChangeOf({ ...repaid, transactionId })];
      await this.outbox.append(tx, 'debt.changed', { changes });
    }
    const subject = { type: 'transaction', id: transactionId };
    await this.audit.append(tx, {
      actor,
      action: 'transaction.restored',
      subject,
      reason,
      details: { accountId },
    });
    await this.outbox.append(tx, 'transaction.restored', of);
  }
}

interface Restoring {
  readonly request: RestoreRequest;
  readonly credit: DeclinedCredit;
  readonly own: WalletRecord;
  readonly effects: Effects;
  readonly now: number;
}

/** It was spent after all, on the day it was. */
function usageAfter({ credit, own }: Restoring): string {
  const spend = spendOf(credit.terms);
  if (spend === null) return own.usage;
  return encodeUsage(addUsage(decodeUsage(own.usage), spend, credit.decidedAt, own.account.timeZone));
}
