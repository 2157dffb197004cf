import {
  ACCOUNT_ACTIONS,
  LIST_NAMES,
  LOT_KINDS,
  PAYMENT_PROVIDERS,
  PERSONAL_DETAILS,
  TRANSACTION_KINDS,
  TRANSACTION_STATUSES,
} from '@coinwarden/domain';
import { z } from 'zod';
import { amount, instant, longText, money, page } from '../primitives.js';
import { accountNote } from './account-notes.js';
import { staffAccountDetail } from './accounts.js';

/** What may be begun on an account's page besides the enforcement of its machine. */
export const ACCOUNT_PAGE_ACTIONS = ['note', 'report', 'refund', 'list_entry'] as const;

/** Money an account has paid in one currency, and what of it went back or was lost to disputes. */
export const lifetimeMoney = z
  .object({ currency: z.string(), purchases: z.int(), spentMinor: amount, backMinor: amount })
  .meta({ id: 'LifetimeMoney' });

/**
 * `GET /staff/accounts/{id}/summary`: the first view of an account's page in one answer. Personal details are masked for
 * everybody; `reveals` names those that the reader may reveal. A part that the reader may not read is null.
 */
export const accountSummary = staffAccountDetail
  .omit({ allowedActions: true })
  .extend({
    allowedActions: z.array(z.enum([...ACCOUNT_ACTIONS, ...ACCOUNT_PAGE_ACTIONS])),
    reveals: z.array(z.enum(PERSONAL_DETAILS)),
    /** Who restricted or suspended it, and why in a word; null when it is neither. */
    statusBecause: z.object({ by: z.enum(['staff', 'system']), why: z.string(), at: instant }).nullable(),
    /** Accounts it looks after, ten at most. */
    wards: z.array(z.string()),
    lifetime: z.object({
      /** The currency most was spent in first. */
      money: z.array(lifetimeMoney),
      /** Spent less what went back, at reference rates. */
      netUsdMinor: z.int(),
      lastPurchaseAt: instant.nullable(),
    }),
    open: z.object({
      cases: z.int().nullable(),
      disputes: z.int().nullable(),
      refunds: z.int().nullable(),
    }),
    /** Entries in force that name the account itself. */
    listed: z.array(z.object({ entryId: z.string(), list: z.enum(LIST_NAMES) })).nullable(),
    notes: z.object({ standing: z.int(), pinned: z.array(accountNote) }),
  })
  .meta({ id: 'AccountSummary' });
export type AccountSummary = z.infer<typeof accountSummary>;

/** Where coins came from. */
export const lotSource = z
  .object({
    transactionId: z.string(),
    kind: z.enum(TRANSACTION_KINDS).nullable(),
    package: z.object({ id: z.string(), name: z.string() }).nullable(),
    promotion: z.object({ id: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'LotSource' });

export const openLot = z
  .object({
    lotId: z.string(),
    kind: z.enum(LOT_KINDS),
    granted: amount,
    remaining: amount,
    held: amount,
    grantedAt: instant,
    expiresAt: instant.nullable(),
    /** Until when the purchase it came from may well be taken back. */
    riskUntil: instant.nullable(),
    source: lotSource,
  })
  .meta({ id: 'OpenLot' });
export type OpenLot = z.infer<typeof openLot>;

/** `GET /staff/accounts/{id}/lots`: in the order they are spent, 200 at most, and the diamonds that wait. */
export const accountLots = z
  .object({
    lots: z.array(openLot),
    /** Lots there are besides. */
    more: z.int(),
    maturing: z.array(z.object({ at: instant, diamonds: amount })),
  })
  .meta({ id: 'AccountLots' });
export type AccountLots = z.infer<typeof accountLots>;

export const accountPurchase = z
  .object({
    purchaseId: z.string(),
    at: instant,
    status: z.enum(TRANSACTION_STATUSES),
    package: z.object({ id: z.string(), name: z.string() }),
    money,
    coins: amount,
    promotion: z.object({ id: z.string(), name: z.string(), bonusCoins: amount }).nullable(),
    provider: z.enum(PAYMENT_PROVIDERS),
    /** Both masked, whoever asks. */
    reference: z.string(),
    instrument: z.string().nullable(),
    /** What went back of it, is on its way, or was lost; null when nothing ever was. */
    back: z.object({ refundedMinor: amount, reservedMinor: amount, lostMinor: amount }).nullable(),
    allowedActions: z.array(z.enum(['refund'])),
  })
  .meta({ id: 'AccountPurchase' });
export type AccountPurchase = z.infer<typeof accountPurchase>;

export const accountPurchases = page(accountPurchase).meta({ id: 'AccountPurchases' });
export type AccountPurchases = z.infer<typeof accountPurchases>;

/** Details of a sign-in or of a transaction name it; an e-mail address is the account's own. */
const OF_TRANSACTIONS = ['paymentInstrument', 'paymentReference', 'payoutDestination'] as const;

/** `POST /staff/accounts/{id}/reveals`: one personal detail in clear, and an entry in the audit log of who saw it. */
export const revealRequest = z
  .discriminatedUnion('detail', [
    z.strictObject({ detail: z.literal('email'), reason: longText.trim().min(1).optional() }),
    z.strictObject({
      detail: z.enum(['ip', 'device']),
      eventId: z.uuid(),
      reason: longText.trim().min(1).optional(),
    }),
    z.strictObject({
      detail: z.enum(OF_TRANSACTIONS),
      transactionId: z.uuid(),
      reason: longText.trim().min(1).optional(),
    }),
  ])
  .meta({ id: 'RevealRequest' });
export type RevealRequest = z.infer<typeof revealRequest>;

export const revealed = z
  .object({ detail: z.enum(PERSONAL_DETAILS), value: z.string() })
  .meta({ id: 'Revealed' });
export type Revealed = z.infer<typeof revealed>;

/** `POST /staff/accounts/{id}/actions/report`: what somebody noticed about an account, for reviewers. */
export const accountReportRequest = z
  .strictObject({ reason: longText.trim().min(1) })
  .meta({ id: 'AccountReportRequest' });
export type AccountReportRequest = z.infer<typeof accountReportRequest>;

/** The case that the report is in. */
export const accountReportAnswer = z.object({ caseId: z.string() }).meta({ id: 'AccountReportAnswer' });
export type AccountReportAnswer = z.infer<typeof accountReportAnswer>;
