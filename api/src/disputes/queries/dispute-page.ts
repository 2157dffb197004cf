import type { StaffDisputeDetail } from '@coinwarden/contracts';
import { foldDispute } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { RefundablePurchases } from '../../clawback/clawback.public.js';
import { MoneyBackPolicies } from '../../money-back-policies/money-back-policies.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findStaffRecord } from '../../platform/http/staff-list.js';
import { readAnswers } from '../persistence/dispute-answers.store.js';
import { readDisputeEvents } from '../persistence/dispute-events.store.js';
import { readTold } from '../persistence/dispute-facts.store.js';
import { type DisputeRecord, readDispute, toDispute } from '../persistence/disputes.store.js';
import { readWarningsOf } from '../persistence/fraud-warnings.store.js';
import { type DisputeListRow, disputesResource, staffDisputeOf } from './dispute-records.js';
import { instantOf, instantOrNull } from './dispute-view.js';
import { liabilityOf, moneyBackViewOf } from './liability-view.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Everything about one dispute, for the person who looks at it. */
@Injectable()
export class DisputePage {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly policies: MoneyBackPolicies,
    private readonly purchases: RefundablePurchases,
  ) {}

  /** Throws `record.unknown`. */
  async find(disputeId: string): Promise<DisputeRecord> {
    const dispute = UUID.test(disputeId) ? await readDispute(this.db, disputeId) : null;
    if (dispute === null) throw unknown(disputeId);
    return dispute;
  }

  async read(disputeId: string, actor: StaffActor): Promise<StaffDisputeDetail> {
    const { policy } = await this.policies.current(this.db, 'dispute');
    const { atRiskHours } = policy;
    const row = await findStaffRecord<DisputeListRow>(this.db, disputesResource(atRiskHours), disputeId);
    if (row === null) throw unknown(disputeId);
    const dispute = toDispute(row);
    const looking = { actor, now: this.clock.now(), atRiskHours };
    return {
      ...staffDisputeOf(dispute, row.assignee_name, looking),
      ...(await this.purchaseOf(dispute)),
      reinstatedMinor: Number(dispute.reinstatedMinor),
      moneyEvents: await this.moneyEventsOf(dispute),
      comparison: dispute.comparison,
      refundId: dispute.refundId,
      ...(await this.historyOf(dispute)),
    };
  }

  private async purchaseOf(
    dispute: DisputeRecord,
  ): Promise<Pick<StaffDisputeDetail, 'moneyBack' | 'packageId' | 'purchasedAt' | 'liability'>> {
    const { purchaseId } = dispute;
    const purchase = purchaseId === null ? null : await this.purchases.find(this.db, purchaseId);
    if (purchase === null) return { moneyBack: null, packageId: null, purchasedAt: null, liability: null };
    return {
      moneyBack: moneyBackViewOf(purchase),
      packageId: purchase.packageId,
      purchasedAt: instantOf(purchase.purchasedAt),
      liability: await liabilityOf(this.db, dispute, purchase),
    };
  }

  private async moneyEventsOf({ disputeId }: DisputeRecord): Promise<StaffDisputeDetail['moneyEvents']> {
    const { moneyEvents } = foldDispute(await readTold(this.db, disputeId));
    return moneyEvents.map(({ eventId, kind, amountMinor, feeMinor, currency, at }) => ({
      eventId,
      kind,
      amountMinor: Number(amountMinor),
      feeMinor: Number(feeMinor),
      currency,
      at: instantOf(at),
    }));
  }

  private async historyOf(
    dispute: DisputeRecord,
  ): Promise<Pick<StaffDisputeDetail, 'answers' | 'timeline' | 'warnings'>> {
    const { disputeId, accountId, purchaseId } = dispute;
    const answers = await readAnswers(this.db, disputeId);
    const events = await readDisputeEvents(this.db, disputeId);
    const warnings =
      accountId === null || purchaseId === null
        ? []
        : await readWarningsOf(this.db, { accountId, purchaseId });
    return {
      answers: answers.map(({ stage, kind, hash, askedBy, askedAt, sentAt, refusal, tries }) => ({
        stage,
        kind,
        hash,
        askedBy,
        askedAt: instantOf(askedAt),
        sentAt: instantOrNull(sentAt),
        refusal,
        tries,
      })),
      timeline: events.map(({ eventNo, at, ...event }) => ({
        ...event,
        eventId: `${disputeId}:${eventNo}`,
        at: instantOf(at),
      })),
      warnings: warnings.map(({ warningId, fraudType, occurredAt, status }) => ({
        warningId,
        fraudType,
        occurredAt: instantOf(occurredAt),
        status,
      })),
    };
  }
}

const unknown = (id: string) => new ProblemError('record.unknown', `There is no dispute ${id}.`);
