import {
  DISPUTE_ACTIONS,
  DISPUTE_EVENT_KINDS,
  DISPUTE_STAGES,
  EARLY_KINDS,
  EVIDENCE_CATEGORIES,
  LIABLE_PARTIES,
} from '@coinwarden/domain';
import { z } from 'zod';
import { moneyBackView } from '../clawback.js';
import { dispute } from '../disputes.js';
import { amount, instant, longText, money } from '../primitives.js';

/** Refunding now against waiting, in US cents, with every number that went into it. */
export const costComparison = z
  .object({
    kind: z.enum(EARLY_KINDS),
    policyVersion: z.int(),
    category: z.enum(EVIDENCE_CATEGORIES),
    amountUsdMinor: amount,
    becomesDisputePermille: z.int(),
    winPermille: z.int(),
    /** Fee, work and the place in the schemes' statistics. */
    perDisputeUsdMinor: amount,
    /** Of the purchase's coins, in thousandths, when this was compared. */
    spentPermille: z.int(),
    /** What of the coins is gone for good when the money goes back now, and when it goes back later. */
    writeOffNowUsdMinor: amount,
    writeOffLaterUsdMinor: amount,
    refundUsdMinor: amount,
    waitUsdMinor: amount,
    cheaper: z.enum(['refund', 'wait']),
    verdict: z.enum(['refund', 'recommend_refund', 'wait']),
  })
  .meta({ id: 'CostComparison' });
export type CostComparisonView = z.infer<typeof costComparison>;

/** Columns of the board: past its deadline, due within the policy's hours, this week, later, waiting for the bank. */
export const DEADLINE_COLUMNS = ['overdue', 'at_risk', 'this_week', 'later', 'waiting'] as const;

/**
 * A row of the staff list `disputes`. Filters: `id accountId purchaseId status stage category scheme provider assigneeId
 * deadline` (a column of the board), `open` and `matched` (booleans), `from` and `to` (of `openedAt`), `q` (an id of
 * dispute, purchase or account, the provider's id or the payment's reference). Sorts: `id openedAt dueAt`.
 */
export const staffDispute = dispute
  .extend({
    id: z.string(),
    reference: z.string(),
    /** Whose deadline it is: the provider's, or the card scheme's table. */
    dueFrom: z.enum(['provider', 'scheme']).nullable(),
    /** What the scheme's code stands for, in its own short words. */
    schemeReason: z.string().nullable(),
    /** Null when it needs no answer. */
    deadline: z.enum(DEADLINE_COLUMNS).nullable(),
    assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** An answer was asked for and the provider has not confirmed it yet. */
    answering: z.boolean(),
    allowedActions: z.array(z.enum(DISPUTE_ACTIONS)),
  })
  .meta({ id: 'StaffDispute' });
export type StaffDispute = z.infer<typeof staffDispute>;

export const disputeActor = z.object({
  type: z.enum(['staff', 'api_key', 'system']),
  id: z.string(),
  name: z.string(),
});

/** One line of the timeline, append-only. */
export const disputeEvent = z
  .object({
    eventId: z.string(),
    kind: z.enum(DISPUTE_EVENT_KINDS),
    at: instant,
    actor: disputeActor,
    text: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'DisputeEvent' });
export type DisputeEventView = z.infer<typeof disputeEvent>;

/** A booking at the provider. */
export const disputeMoneyEvent = z
  .object({
    eventId: z.string(),
    kind: z.enum(['withdrawn', 'reinstated']),
    amountMinor: amount,
    /** Negative when the fee was given back. */
    feeMinor: z.int(),
    currency: z.string(),
    at: instant,
  })
  .meta({ id: 'DisputeMoneyEvent' });

/** Who bears it: what was lost in money, and what of the purchase's coins was taken back. */
export const disputeLiability = z
  .object({
    /** `issuer`: the payment was strongly authenticated, as its provider told, so fraud is the card issuer's. */
    party: z.enum(LIABLE_PARTIES),
    lostMinor: amount,
    feeMinor: amount,
    /** Withdrawn although it had been refunded: contested, never charged to the account. */
    excessMinor: amount,
    /** Of what is disputed, refunded before or after. */
    alreadyRefundedMinor: amount,
    currency: z.string(),
    takenCoins: amount,
    debtCoins: amount,
    writtenOffCoins: amount,
  })
  .meta({ id: 'DisputeLiability' });

/** What was sent, or is being sent. */
export const disputeAnswer = z
  .object({
    stage: z.enum(DISPUTE_STAGES),
    kind: z.enum(['evidence', 'acceptance']),
    hash: z.string().nullable(),
    askedBy: disputeActor,
    askedAt: instant,
    sentAt: instant.nullable(),
    refusal: z.string().nullable(),
    /** How often the provider was asked without an answer. */
    tries: z.int(),
  })
  .meta({ id: 'DisputeAnswer' });

/** `GET /staff/disputes/{id}`. */
export const staffDisputeDetail = staffDispute
  .extend({
    /** The purchase's money as a whole; null while the purchase is not known. */
    moneyBack: moneyBackView.nullable(),
    packageId: z.string().nullable(),
    purchasedAt: instant.nullable(),
    reinstatedMinor: amount,
    moneyEvents: z.array(disputeMoneyEvent),
    liability: disputeLiability.nullable(),
    /** For an inquiry. */
    comparison: costComparison.nullable(),
    refundId: z.string().nullable(),
    answers: z.array(disputeAnswer),
    timeline: z.array(disputeEvent),
    warnings: z.array(
      z.object({ warningId: z.string(), fraudType: z.string(), occurredAt: instant, status: z.string() }),
    ),
  })
  .meta({ id: 'StaffDisputeDetail' });
export type StaffDisputeDetail = z.infer<typeof staffDisputeDetail>;

/**
 * `POST /staff/disputes/{id}/actions/{action}` → the detail. `submit` names the hash of the evidence it saw: 409
 * `record.conflict` when the pack is another now, `dispute.submitted` the second time. `accept` says why. `refund` refunds
 * an inquiry's purchase before it becomes a dispute. All need `dispute.respond`.
 */
export const disputeActionRequest = z
  .strictObject({
    hash: z.string().min(1).max(128).optional(),
    reason: longText.trim().min(1).optional(),
  })
  .meta({ id: 'DisputeActionRequest' });
export type DisputeActionRequest = z.infer<typeof disputeActionRequest>;

/** `PUT /staff/disputes/{id}/assignee` → the detail. Null gives it back. Needs `dispute.respond`. */
export const disputeAssignment = z
  .strictObject({ staffId: z.string().max(64).nullable() })
  .meta({ id: 'DisputeAssignment' });
export type DisputeAssignment = z.infer<typeof disputeAssignment>;

/** `POST /staff/disputes/{id}/notes` → 201 the detail. Needs `dispute.respond`. */
export const disputeNoteRequest = z
  .strictObject({ text: longText.trim().min(1) })
  .meta({ id: 'DisputeNoteRequest' });
export type DisputeNoteRequest = z.infer<typeof disputeNoteRequest>;

/** `GET /staff/disputes/board`: open disputes by deadline. */
export const disputeBoard = z
  .object({
    atRiskHours: z.int(),
    columns: z.array(
      z.object({
        deadline: z.enum(DEADLINE_COLUMNS),
        count: z.int(),
        /** What is at stake, per currency. */
        amounts: z.array(money),
      }),
    ),
  })
  .meta({ id: 'DisputeBoard' });
export type DisputeBoard = z.infer<typeof disputeBoard>;
