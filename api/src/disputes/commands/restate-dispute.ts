import {
  type DisputeEventKind,
  type DisputeState,
  type DisputeStatus,
  deadlineOf,
  disputeCategory,
  disputeClaim,
  disputeStatus,
  foldDispute,
  isClosed,
  liableParty,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import {
  type PurchaseKey,
  type RefundablePurchase,
  RefundablePurchases,
  SettlePurchase,
} from '../../clawback/clawback.public.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { type AnswerRecord, readAnswers } from '../persistence/dispute-answers.store.js';
import { appendDisputeEvents, type DisputeActor } from '../persistence/dispute-events.store.js';
import { readTold } from '../persistence/dispute-facts.store.js';
import { type DisputeRecord, updateDispute } from '../persistence/disputes.store.js';
import { closeWarnings } from '../persistence/fraud-warnings.store.js';
import { readStrongAuthentication } from '../persistence/strong-authentication.store.js';

export interface Restating {
  readonly at: number;
  readonly actor: DisputeActor;
  /** It was not known before. */
  readonly opened?: boolean;
}

/**
 * Brings a locked dispute to what its facts and our answers say, and its purchase's money with it, in the caller's transaction.
 * Doing it again changes nothing. Call it last: it takes the locks of wallets.
 */
@Injectable()
export class RestateDispute {
  constructor(
    private readonly purchases: RefundablePurchases,
    private readonly settle: SettlePurchase,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** Its purchase has come: from here on its money is booked. */
  async matched(
    tx: Tx,
    dispute: DisputeRecord,
    { purchase, ...by }: Restating & { purchase: PurchaseKey },
  ): Promise<DisputeRecord> {
    const { accountId, purchaseId } = purchase;
    const details = { accountId, purchaseId };
    const event = { kind: 'matched', at: by.at, actor: by.actor, details } as const;
    await appendDisputeEvents(tx, dispute.disputeId, [event]);
    return this.restate(tx, dispute, { ...dispute, accountId, purchaseId }, by);
  }

  run(tx: Tx, dispute: DisputeRecord, by: Restating): Promise<DisputeRecord> {
    return this.restate(tx, dispute, dispute, by);
  }

  private async restate(
    tx: Tx,
    before: DisputeRecord,
    dispute: DisputeRecord,
    { at, actor, opened = false }: Restating,
  ): Promise<DisputeRecord> {
    const state = foldDispute(await readTold(tx, dispute.disputeId));
    const answers = await readAnswers(tx, dispute.disputeId);
    const { purchaseId } = dispute;
    const purchase = purchaseId === null ? null : await this.purchases.find(tx, purchaseId);
    const strongAuthentication = purchase === null ? null : await readStrongAuthentication(tx, purchase);
    const next = restated({ dispute, state, answers, purchase, strongAuthentication, at });
    await updateDispute(tx, next, at);
    const kinds = whatHappened(before, next);
    for (const kind of kinds) {
      const details = {
        from: before.status,
        to: next.status,
        stage: next.stage,
        ...movedBy(kind, before, next),
      };
      await appendDisputeEvents(tx, dispute.disputeId, [{ kind, at, actor, details }]);
    }
    if (purchase !== null && state.everDisputed) {
      await closeWarnings(tx, purchase, at);
      await this.settleMoney(tx, { next, state, purchase, at, actor });
    }
    await this.tell(tx, { before, next, actor, kinds, opened });
    return next;
  }

  private async settleMoney(
    tx: Tx,
    args: { next: DisputeRecord; state: DisputeState; purchase: RefundablePurchase } & Restating,
  ): Promise<void> {
    const { next, state, purchase, at, actor } = args;
    const { disputeId, category } = next;
    const claim = disputeClaim({ disputeId, state, category, currency: purchase.money.currency });
    if (claim === null) return;
    await this.settle.run(tx, { purchase, claim, at, actor: { type: actor.type, id: actor.id } });
  }

  private async tell(
    tx: Tx,
    args: {
      before: DisputeRecord;
      next: DisputeRecord;
      actor: DisputeActor;
      kinds: readonly DisputeEventKind[];
      opened: boolean;
    },
  ): Promise<void> {
    const { before, next, actor, kinds, opened } = args;
    const { disputeId, accountId, status } = next;
    const moved = before.status !== status;
    if (opened) await this.outbox.append(tx, 'dispute.changed', { disputeId, accountId, news: 'opened' });
    const changed = kinds.length > 0 || CHANGES.some((field) => before[field] !== next[field]);
    const news = moved ? status : changed && !opened ? 'updated' : null;
    if (news !== null) await this.outbox.append(tx, 'dispute.changed', { disputeId, accountId, news });
    if (!opened && news === null) return;
    await this.audit.append(tx, {
      actor: { type: actor.type, id: actor.id },
      action: opened ? 'dispute.opened' : 'dispute.restated',
      subject: { type: 'dispute', id: disputeId },
      details: { accountId, purchaseId: next.purchaseId, from: before.status, to: status, what: kinds },
    });
  }
}

/** What the platform is told about when nothing else changed. */
const CHANGES = ['purchaseId', 'stage', 'dueAt', 'amountMinor', 'reason', 'feeMinor'] as const;

interface Known {
  readonly dispute: DisputeRecord;
  readonly state: DisputeState;
  readonly answers: readonly AnswerRecord[];
  readonly purchase: RefundablePurchase | null;
  readonly strongAuthentication: boolean | null;
  readonly at: number;
}

function restated({ dispute, state, answers, purchase, strongAuthentication, at }: Known): DisputeRecord {
  const category = disputeCategory(state);
  const { stage, money } = state;
  const ours = answers.find((answer) => answer.stage === stage && answer.refusal === null);
  const sentAt = ours?.sentAt ?? null;
  const acceptedAt = ours?.kind === 'acceptance' ? sentAt : null;
  const answeredAt = ours?.kind === 'evidence' ? sentAt : null;
  const answering = ours !== undefined && sentAt === null;
  const deadline = deadlineOf(state);
  const status = disputeStatus(state, {
    dueAt: deadline.dueAt,
    accepted: acceptedAt !== null,
    answered: answeredAt !== null,
    answering,
    refunded: purchase !== null && hasGoneBack(purchase, money.amountMinor),
    now: at,
  });
  const owed = status === 'needs_response' || status === 'expired';
  return {
    ...dispute,
    accountId: purchase?.accountId ?? dispute.accountId,
    purchaseId: purchase?.purchaseId ?? dispute.purchaseId,
    stage,
    status,
    reason: state.reason,
    category,
    networkReasonCode: state.networkReasonCode,
    scheme: state.scheme,
    amountMinor: money.amountMinor,
    currency: money.currency,
    openedAt: state.openedAt,
    dueAt: owed ? deadline.dueAt : null,
    dueFrom: owed ? deadline.from : null,
    withdrawnMinor: state.withdrawnMinor,
    reinstatedMinor: state.reinstatedMinor,
    feeMinor: state.feeMinor,
    refundable: state.refundable,
    acceptedAt,
    answeredAt,
    answering,
    liable: purchase === null ? null : liableParty({ category, strongAuthentication }),
    closedAt: isClosed(status) ? (dispute.closedAt ?? at) : null,
  };
}

/** Refunds alone have given back what is disputed, or all there was. */
const hasGoneBack = ({ moneyBack, capturedMinor }: RefundablePurchase, disputed: bigint): boolean =>
  moneyBack.refundedMinor > 0n &&
  (moneyBack.refundedMinor >= disputed || moneyBack.refundedMinor >= capturedMinor);

/** What has moved in all, and, where the event is that money moved, how much of it just did. */
function movedBy(kind: DisputeEventKind, before: DisputeRecord, next: DisputeRecord) {
  const { withdrawnMinor, reinstatedMinor, feeMinor, currency } = next;
  const all = { withdrawnMinor, reinstatedMinor, feeMinor, currency };
  if (kind === 'money_withdrawn') return { ...all, amountMinor: withdrawnMinor - before.withdrawnMinor };
  if (kind === 'money_reinstated') return { ...all, amountMinor: reinstatedMinor - before.reinstatedMinor };
  return all;
}

const WITHDRAWN = (before: DisputeRecord, next: DisputeRecord) => next.withdrawnMinor > before.withdrawnMinor;
const REINSTATED = (before: DisputeRecord, next: DisputeRecord) =>
  next.reinstatedMinor > before.reinstatedMinor;

function whatHappened(before: DisputeRecord, next: DisputeRecord): DisputeEventKind[] {
  const kinds: DisputeEventKind[] = [];
  const moved = before.status !== next.status || before.stage !== next.stage;
  if (moved) kinds.push(kindOf(next.status));
  if (WITHDRAWN(before, next)) kinds.push('money_withdrawn');
  if (REINSTATED(before, next)) kinds.push('money_reinstated');
  return kinds;
}

const kindOf = (status: DisputeStatus): DisputeEventKind =>
  status === 'expired' ? 'expired' : isClosed(status) ? 'closed' : 'told';
