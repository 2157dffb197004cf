import { OUTCOMES, RULE_EFFECTS, TRANSACTION_KINDS, TRANSACTION_STATUSES } from '@coinwarden/domain';
import { z } from 'zod';
import { amount, instant, money, shortText } from '../primitives.js';
import { limitRoom, reason, transactionSummary, wallet } from '../transactions.js';

/** A rule that fired on a transaction, and the values it read when it did. */
export const firedRule = z
  .object({
    key: z.string(),
    description: z.string(),
    mode: z.enum(['shadow', 'live']),
    effect: z.enum(RULE_EFFECTS),
    score: z.int(),
    values: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'FiredRule' });
export type FiredRuleView = z.infer<typeof firedRule>;

/** One line of a journal entry: a signed amount of a unit on a ledger account; per unit an entry sums to zero. */
export const posting = z
  .object({ account: z.string(), unit: z.string(), amount: z.int(), lotId: z.string().nullable() })
  .meta({ id: 'Posting' });

export const journalEntry = z
  .object({ entryNo: z.int(), kind: z.string(), postedAt: instant, postings: z.array(posting) })
  .meta({ id: 'JournalEntry' });

/** Coins of one lot that a transaction granted, spent or reserved, and the transaction the lot came from. */
export const lotUse = z
  .object({
    lotId: z.string(),
    kind: z.enum(['paid', 'bonus', 'earned', 'diamond']),
    use: z.enum(['granted', 'consumed', 'held']),
    amount: amount,
    sourceTransactionId: z.string(),
    sourceKind: z.enum(TRANSACTION_KINDS).nullable(),
    sourceAccountId: z.string(),
  })
  .meta({ id: 'LotUse' });
export type LotUse = z.infer<typeof lotUse>;

export const hold = z
  .object({
    purpose: z.enum(['review', 'capture']),
    coins: amount,
    diamonds: amount,
    expiresAt: instant,
    endedAt: instant.nullable(),
    endedBy: z.enum(['released', 'captured', 'declined', 'voided', 'expired']).nullable(),
  })
  .meta({ id: 'Hold' });

/** The decision as it was taken, kept with the transaction and never changed. */
export const decisionRecord = z
  .object({
    decisionId: z.string(),
    outcome: z.enum(OUTCOMES),
    score: z.int(),
    reasons: z.array(reason),
    rules: z.array(firedRule),
    ruleErrors: z.array(z.object({ key: z.string(), message: z.string() })),
    limits: z.array(limitRoom),
    wallet,
    promotion: z.object({ id: z.string(), bonusCoins: amount }).nullable(),
    rulesetVersion: z.int(),
    decidedAt: instant,
  })
  .meta({ id: 'DecisionRecord' });
export type DecisionRecord = z.infer<typeof decisionRecord>;

/** Everything about one transaction, for integrators and for staff. */
export const transactionDetail = transactionSummary
  .extend({
    request: z.record(z.string(), z.unknown()),
    decision: decisionRecord,
    journal: z.array(journalEntry),
    provenance: z.array(lotUse),
    hold: hold.nullable(),
  })
  .meta({ id: 'TransactionDetail' });
export type TransactionDetail = z.infer<typeof transactionDetail>;

const staffFields = { id: z.string(), allowedActions: z.array(z.enum(['release', 'decline'])) };

/** A row of the staff list `transactions`. */
export const staffTransaction = transactionSummary.extend({ ...staffFields, reasons: z.array(reason) });
export type StaffTransaction = z.infer<typeof staffTransaction>;

export const staffTransactionDetail = transactionDetail.extend({ ...staffFields, reasons: z.array(reason) });
export type StaffTransactionDetail = z.infer<typeof staffTransactionDetail>;

/** A row of the staff list `decisions`: the record with the transaction it judged. */
export const staffDecision = decisionRecord.extend({
  id: z.string(),
  transactionId: z.string(),
  accountId: z.string(),
  kind: z.enum(TRANSACTION_KINDS),
  status: z.enum(TRANSACTION_STATUSES),
  money: money.nullable(),
});
export type StaffDecision = z.infer<typeof staffDecision>;

export const transactionFilter = z.strictObject({
  id: z.array(z.string()).optional(),
  accountId: z.string().optional(),
  counterpartyId: z.string().optional(),
  kind: z.enum(TRANSACTION_KINDS).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  status: z.enum(TRANSACTION_STATUSES).optional(),
  paymentReference: z.string().optional(),
  from: instant.optional(),
  to: instant.optional(),
  q: z.string().optional(),
});

/** Body of the actions `release` and `decline`. */
export const holdAction = z.strictObject({ reason: shortText.min(1).optional() }).meta({ id: 'HoldAction' });
export type HoldAction = z.infer<typeof holdAction>;
