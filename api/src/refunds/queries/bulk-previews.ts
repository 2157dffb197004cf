import { createHash } from 'node:crypto';
import type { RefundBulkPreview, RefundBulkRequest } from '@coinwarden/contracts';
import { type RefundOutcome, requesterKindOf } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { MoneyBackPolicies } from '../../money-back-policies/money-back-policies.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { chooseReason } from '../commands/choose-reason.js';
import { JudgeRequest } from '../commands/judge-request.js';
import { newRefund } from '../commands/new-refund.js';
import type { ItemProblem } from '../persistence/refund-bulk-items.store.js';
import { purchasesOfBulk } from './bulk-purchases.js';
import { sumUp } from './bulk-totals.js';
import { RequestablePurchases, told } from './requestable-purchase.js';

/** One purchase of a bulk, looked at. */
export interface BulkLine {
  readonly purchaseId: string;
  readonly accountId: string | null;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  readonly amountUsdMinor: number | null;
  readonly coins: bigint;
  readonly unspentCoins: bigint;
  readonly outcome: RefundOutcome | null;
  readonly problem: ItemProblem | null;
}

/** Lines are looked at side by side, as far as that helps. */
const AT_ONCE = 4;

/** What a bulk would come to. Refusals: request.invalid (the choice, the reason, the note). */
@Injectable()
export class BulkPreviews {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly policies: MoneyBackPolicies,
    private readonly purchases: RequestablePurchases,
    private readonly judge: JudgeRequest,
  ) {}

  async of(
    actor: StaffActor,
    request: RefundBulkRequest,
  ): Promise<{ preview: RefundBulkPreview; lines: BulkLine[] }> {
    const kind = requesterKindOf(actor.role);
    const { policy: catalogue } = await this.policies.current(this.db, 'reasons');
    const { policy } = await this.policies.current(this.db, 'refund');
    chooseReason(catalogue, { ...request, kind });
    const ids = await purchasesOfBulk(this.db, request, policy.bulk.maxItems);
    const lines = new Array<BulkLine>(ids.length);
    let next = 0;
    const work = async () => {
      for (let i = next++; i < ids.length; i = next++) lines[i] = await this.line(actor, ids[i]!, request);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const totals = sumUp(lines);
    const hash = hashOf(request.reason, lines);
    const needsSecondPerson =
      totals.uncompared || totals.amountUsdMinor > policy.bulk.secondPersonAboveUsdMinor;
    const { uncompared: _, ...shown } = totals;
    return { preview: { ...shown, needsSecondPerson, hash }, lines };
  }

  private async line(
    actor: StaffActor,
    purchaseId: string,
    { reason }: RefundBulkRequest,
  ): Promise<BulkLine> {
    const now = this.clock.now();
    try {
      const found = await this.purchases.find(this.db, purchaseId, { now });
      const { purchase, history, refusal, requestableMinor: amountMinor } = found;
      const known = {
        purchaseId,
        accountId: purchase.accountId,
        coins: purchase.coins + purchase.bonusCoins,
        unspentCoins: purchase.unspentCoins,
        currency: purchase.money.currency,
      };
      if (refusal) return { ...known, ...NOTHING, problem: told(refusal) };
      const kind = requesterKindOf(actor.role);
      const requester = {
        kind,
        origin: 'bulk',
        actor: { type: 'staff', id: actor.id, name: actor.name },
      } as const;
      const refund = newRefund(found, { amountMinor, cause: 'refund', reason, requester, at: now });
      const { outcome, why, rowId, values } = await this.judge.decide(this.db, refund, {
        purchase,
        history,
        at: now,
      });
      const problem =
        outcome === 'refuse' ? { code: 'policy', message: why, why: rowId ?? 'otherwise' } : null;
      return { ...known, amountMinor, amountUsdMinor: values.amountUsdMinor, outcome, problem };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { purchaseId, ...UNKNOWN, problem: told(error) };
    }
  }
}

const NOTHING = { amountMinor: null, amountUsdMinor: null, outcome: null };
const UNKNOWN = { ...NOTHING, accountId: null, currency: null, coins: 0n, unspentCoins: 0n };

/** Of what would be refunded: which purchases, how much of each, and why. */
const hashOf = (reason: string, lines: readonly BulkLine[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([reason, ...lines.map((l) => [l.purchaseId, l.problem ? null : Number(l.amountMinor)])]),
    )
    .digest('hex');
