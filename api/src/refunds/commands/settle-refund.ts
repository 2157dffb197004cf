import type { ClawbackPreview } from '@coinwarden/contracts';
import { refundClaim } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { PreviewSettlement, SettlePurchase } from '../../clawback/clawback.public.js';
import type { Queryable } from '../../platform/database/sql.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import type { RefundActor, RefundRecord } from '../persistence/refunds.store.js';

interface Settling {
  readonly paidMinor: bigint;
  readonly at: number;
  readonly actor: RefundActor;
  readonly expectHash?: string | undefined;
}

/** Brings the purchase to what the refund, in its new state, takes of it: money reserved or paid, coins taken or given back. */
@Injectable()
export class SettleRefund {
  constructor(
    private readonly settle: SettlePurchase,
    private readonly previews: PreviewSettlement,
  ) {}

  async run(tx: Tx, refund: RefundRecord, settling: Settling): Promise<void> {
    const { paidMinor, at, actor, expectHash } = settling;
    try {
      await this.settle.run(tx, {
        purchase: refund,
        claim: claimOf(refund, paidMinor),
        at,
        actor: { type: actor.type, id: actor.id },
        ...(expectHash !== undefined && { expectHash }),
      });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'refund.preview_changed') throw error;
      throw previewChanged((await this.preview(tx, refund, at)).hash);
    }
  }

  /** Who would lose what if the refund were approved now. */
  preview(db: Queryable, refund: RefundRecord, at: number): Promise<ClawbackPreview> {
    const approved = { ...refund, status: 'approved' as const };
    return this.previews.run(db, { purchase: refund, claim: claimOf(approved, 0n), at });
  }

  /** Throws `refund.preview_changed`, naming the new preview, unless it is the one that was seen. */
  async expect(db: Queryable, refund: RefundRecord, hash: string, at: number): Promise<void> {
    const preview = await this.preview(db, refund, at);
    if (preview.hash !== hash) throw previewChanged(preview.hash);
  }
}

const claimOf = (refund: RefundRecord, paidMinor: bigint) =>
  refundClaim({ ...refund, paidMinor, external: refund.origin === 'external' });

/** The pointer says which field is out of date, its detail what to send instead once it has been looked at. */
export const previewChanged = (hash: string): ProblemError =>
  new ProblemError(
    'refund.preview_changed',
    'What the refund takes back has changed since it was looked at.',
    [{ pointer: '/previewHash', detail: hash }],
  );
