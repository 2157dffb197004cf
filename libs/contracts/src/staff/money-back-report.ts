import { z } from 'zod';
import { amount, instant } from '../primitives.js';

/** The longest range one answer covers. Days are UTC days. */
export const MONEY_BACK_REPORT_DAYS_MAX = 366;

const DAY_MS = 86_400_000;

/** `GET /staff/reports/money-back`. Half-open; both ends are widened to whole UTC days in the answer. */
export const moneyBackQuery = z
  .strictObject({ from: instant, to: instant })
  .refine((q) => Date.parse(q.from) < Date.parse(q.to), { path: ['to'], message: 'must be after from' })
  .refine((q) => Date.parse(q.to) - Date.parse(q.from) <= MONEY_BACK_REPORT_DAYS_MAX * DAY_MS, {
    path: ['from'],
    message: `the range is longer than ${MONEY_BACK_REPORT_DAYS_MAX} days`,
  });
export type MoneyBackQuery = z.infer<typeof moneyBackQuery>;

const count = z.int().min(0);
/** Per currency, largest first. */
const sums = z.array(z.object({ currency: z.string(), amountMinor: amount }));
const counted = z.object({ count, money: sums });

export const moneyBackReport = z
  .object({
    from: instant,
    to: instant,
    asOf: instant,
    /** Approved purchases of the period. */
    purchases: counted,
    /** Refunds that went through in the period. */
    refunds: counted,
    /** Disputes opened in the period; `money` is what they have cost until now, without fees. */
    disputes: counted.extend({ fees: sums }),
    /** What became of what was asked for in the period. Automatic ones are those no person looked at. */
    decided: z.object({ automatic: count, secondPerson: count, refused: count, undecided: count }),
    /** From the request until the money was back; of the refunds that went through in the period. */
    timeToRefund: z.object({ count, medianSeconds: z.int().nullable(), p95Seconds: z.int().nullable() }),
    /** Of the refunds that went through, most frequent first. */
    reasons: z.array(counted.extend({ reason: z.string() })),
    /** Oldest first, every day of the range; amounts at reference rates, in US cents. */
    series: z.array(
      z.object({
        at: instant,
        refunds: count,
        refundedUsdMinor: amount,
        disputes: count,
        lostUsdMinor: amount,
      }),
    ),
    /**
     * The months in which was bought (UTC), oldest first, whatever the range: purchases, and how many of them were
     * refunded or disputed until now. Disputes by number and by month of purchase, as card schemes count them.
     */
    cohorts: z.array(z.object({ month: z.string(), purchases: count, refunded: count, disputed: count })),
    /** Accounts with most refunds in the period. `afterSpending`: when its coins were gone already. */
    abuse: z.array(
      z.object({ accountId: z.string(), refunds: count, afterSpending: count, disputes: count, money: sums }),
    ),
    /** What accounts owe now. */
    debts: z.object({
      accounts: count,
      coins: amount,
      largest: z.array(z.object({ accountId: z.string(), coins: amount })),
    }),
    /** Coins nobody could be asked for, in the period: written off, or waived as goodwill. */
    writeOffs: z.object({ writtenOffCoins: z.int(), waivedCoins: z.int() }),
    /** What waits, this moment. */
    deadlines: z.object({
      /** Waiting for a second person, and how many of them for too long. */
      approvals: count,
      approvalsOverdue: count,
      /** Any other refund that waits for too long. */
      refundsOverdue: count,
      /** Refunds that did not go through and that nobody has taken up. */
      refundsFailed: count,
      /** Disputes that wait for our answer, and how many of them are due within `atRiskHours` of the dispute policy or were due before. */
      disputes: count,
      disputesAtRisk: count,
      atRiskHours: count,
      disputesOverdue: count,
      /** Early fraud warnings that wait for a person to refund or keep the money. */
      fraudWarnings: count,
      /** Notices of the last thirty days that were given up: a person has to look. */
      noticesGivenUp: count,
      /** Questions of stores about how much was used that wait for our answer, and how many of them are due within two hours. */
      storeAnswers: count,
      storeAnswersAtRisk: count,
    }),
    /** Refunds the provider was asked for and never answered: nobody knows yet whether they happened. */
    unknownOutcomes: counted.extend({ oldestAt: instant.nullable() }),
  })
  .meta({ id: 'MoneyBackReport' });
export type MoneyBackReport = z.infer<typeof moneyBackReport>;
