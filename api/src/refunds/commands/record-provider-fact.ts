import { foldRefund, type RefundFact, statusAfter } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { appendRefundEvents } from '../persistence/refund-events.store.js';
import { type HeardFact, noteFact, readFacts } from '../persistence/refund-facts.store.js';
import { updateRefund } from '../persistence/refund-writes.store.js';
import type { RefundActor, RefundRecord } from '../persistence/refunds.store.js';
import { MoveRefund } from './move-refund.js';
import { SettleRefund } from './settle-refund.js';

export interface ToldFact {
  readonly providerRefundId: string;
  readonly status: RefundFact['status'];
  readonly amountMinor: bigint;
  readonly occurredAt: number;
  readonly detail: string | null;
  readonly source: HeardFact['source'];
}

/**
 * Keeps what a provider said about a locked refund and brings the refund, its money and its coins to where everything that
 * was ever said puts them. Told again, or in another order, it ends in the same place.
 */
@Injectable()
export class RecordProviderFact {
  constructor(
    private readonly settle: SettleRefund,
    private readonly moveRefund: MoveRefund,
  ) {}

  async run(
    tx: Tx,
    refund: RefundRecord,
    told: ToldFact,
    by: { actor: RefundActor; at: number },
  ): Promise<RefundRecord> {
    const { actor, at } = by;
    const before = await readFacts(tx, refund);
    const known = before.filter((fact) => fact.providerRefundId === told.providerRefundId);
    // Asking twice tells nothing new, whatever the clock says.
    const repeated = told.source === 'answer' && known.some((fact) => fact.status === told.status);
    const fact: HeardFact = { ...told, attempt: known[0]?.attempt ?? refund.attempt };
    const isNew = !repeated && (await noteFact(tx, refund, fact, at));
    const facts = isNew ? [...before, fact] : before;
    const folded = foldRefund(facts, refund.attempt);
    const status = statusAfter(refund.status, folded);
    const next: RefundRecord = {
      ...refund,
      providerRefundId: fact.attempt === refund.attempt ? told.providerRefundId : refund.providerRefundId,
    };
    await this.settle.run(tx, { ...next, status }, { paidMinor: folded.paidMinor, at, actor });
    if (isNew) {
      const { providerRefundId, amountMinor, detail, source } = told;
      const details = { providerRefundId, status: told.status, amountMinor, detail, source };
      await appendRefundEvents(tx, refund, [{ kind: 'provider_told', at, actor, details }]);
    }
    if (status === refund.status) {
      if (next.providerRefundId !== refund.providerRefundId) await updateRefund(tx, next);
      return next;
    }
    const paid = status === 'succeeded';
    return this.moveRefund.run(tx, next, {
      step: paid ? 'succeed' : 'fail',
      at,
      actor,
      details: { providerRefundId: told.providerRefundId },
      changes: {
        providerRefundId: next.providerRefundId,
        failure: paid
          ? null
          : { code: `provider.${told.status}`, message: told.detail ?? FAILED[told.status] },
      },
    });
  }
}

const FAILED: Readonly<Record<ToldFact['status'], string>> = {
  pending: 'The provider could not make the refund.',
  succeeded: 'The provider could not make the refund.',
  failed: 'The provider could not make the refund.',
  cancelled: 'The provider cancelled the refund.',
  reversed: 'The provider took the refund back.',
};
