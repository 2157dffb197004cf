import { judgeRefund } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { RefundablePurchase } from '../../clawback/clawback.public.js';
import { MoneyBackPolicies } from '../../money-back-policies/money-back-policies.public.js';
import type { Queryable } from '../../platform/database/sql.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import {
  type RefundActor,
  type RefundHistory,
  type RefundRecord,
  type StoredDecision,
} from '../persistence/refunds.store.js';
import { MoveRefund } from './move-refund.js';
import { SettleRefund } from './settle-refund.js';

export const POLICY_ACTOR: RefundActor = { type: 'system', id: 'refund-policy', name: 'Refund policy' };

export interface Judging {
  readonly purchase: RefundablePurchase;
  readonly history: RefundHistory;
  readonly at: number;
  /** The preview the requester has seen. */
  readonly expectHash?: string | undefined;
  /** A second person who has approved it already, with the rest of its bulk. */
  readonly approvedBy?: RefundActor | undefined;
}

/** Lets the policy decide on a requested refund, and does what it says. */
@Injectable()
export class JudgeRequest {
  constructor(
    private readonly policies: MoneyBackPolicies,
    private readonly settle: SettleRefund,
    private readonly moveRefund: MoveRefund,
  ) {}

  async decide(
    db: Queryable,
    refund: RefundRecord,
    { purchase, history, at }: Pick<Judging, 'purchase' | 'history' | 'at'>,
  ): Promise<StoredDecision> {
    const { policy, version } = await this.policies.current(db, 'refund');
    const grantedCoins = purchase.coins + purchase.bonusCoins;
    const stands = purchase.status === 'posted' || purchase.status === 'held';
    const judgement = judgeRefund(
      policy,
      {
        requester: refund.requesterKind,
        amount: { amountMinor: refund.amountMinor, currency: refund.currency },
        purchasedAt: purchase.purchasedAt,
        grantedCoins,
        // Of a purchase that does not stand nobody has spent anything: its coins went with it.
        unspentCoins: stands ? purchase.unspentCoins + history.takenCoins : grantedCoins,
        accountStatus: purchase.accountStatus,
        accountCreatedAt: purchase.accountCreatedAt,
        ...history,
      },
      at,
    );
    return { ...judgement, policyVersion: version };
  }

  async run(tx: Tx, refund: RefundRecord, judging: Judging): Promise<RefundRecord> {
    const { at, expectHash, approvedBy } = judging;
    const decision = await this.decide(tx, refund, judging);
    const details = { ...decision };
    const common = { at, actor: POLICY_ACTOR, details };
    if (decision.outcome === 'refuse') {
      const failure = { code: 'policy', message: decision.why };
      return this.moveRefund.run(tx, refund, {
        ...common,
        step: 'refuse',
        reason: decision.why,
        changes: { decision, failure },
      });
    }
    if (decision.outcome === 'auto_approve') {
      await this.reserve(tx, refund, judging, POLICY_ACTOR);
      return this.moveRefund.run(tx, refund, { ...common, step: 'auto_approve', changes: { decision } });
    }
    if (expectHash !== undefined) await this.settle.expect(tx, refund, expectHash, at);
    if (approvedBy) await this.reserve(tx, refund, judging, approvedBy);
    const asked = await this.moveRefund.run(tx, refund, {
      ...common,
      step: 'ask_second_person',
      changes: { decision },
    });
    if (!approvedBy) return asked;
    return this.moveRefund.run(tx, asked, {
      at,
      actor: approvedBy,
      step: 'approve',
      changes: { approvedBy },
    });
  }

  /** From here on the money is promised: the coins behind it are taken. */
  private reserve(tx: Tx, refund: RefundRecord, { at, expectHash }: Judging, actor: RefundActor) {
    const approved = { ...refund, status: 'approved' as const };
    return this.settle.run(tx, approved, { paidMinor: 0n, at, actor, expectHash });
  }
}
