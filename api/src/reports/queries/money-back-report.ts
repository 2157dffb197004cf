import type { MoneyBackQuery, MoneyBackReport } from '@coinwarden/contracts';
import { DAY, type Instant } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { MoneyBackPolicies } from '../../money-back-policies/money-back-policies.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  type Range,
  readCohorts,
  readDecided,
  readDisputes,
  readPurchases,
  readRefunds,
  readTimeToRefund,
} from '../persistence/money-back-reading.store.js';
import {
  readAbuse,
  readDeadlines,
  readDebts,
  readUnknown,
  readWriteOffs,
} from '../persistence/money-back-risk.store.js';
import { countedOf, lastMonths, moneyBackSeries, moneyOf, monthName, reasonsOf } from './money-back-sums.js';

const MONTHS = 6;
const MOST = 10;

/** What went back to buyers and what was lost to disputes: how much, why, who asks most, and what waits. */
@Injectable()
export class MoneyBackFigures {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly policies: MoneyBackPolicies,
  ) {}

  async read(query: MoneyBackQuery): Promise<MoneyBackReport> {
    const now = this.clock.now();
    const range: Range = {
      from: Math.floor(Date.parse(query.from) / DAY) * DAY,
      to: Math.ceil(Date.parse(query.to) / DAY) * DAY,
    };
    const [moved, asked, standing] = await Promise.all([
      this.moved(range),
      this.asked(range, now),
      this.standing(range, now),
    ]);
    const iso = (at: Instant) => new Date(at).toISOString();
    return { from: iso(range.from), to: iso(range.to), asOf: iso(now), ...moved, ...asked, ...standing };
  }

  private async moved(range: Range) {
    const [purchases, refunds, disputes] = await Promise.all([
      readPurchases(this.db, range),
      readRefunds(this.db, range),
      readDisputes(this.db, range),
    ]);
    const perDay = refunds.filter(({ at }) => at !== null);
    const fees = disputes.map((row) => ({ ...row, amount_minor: row.fee_minor }));
    return {
      purchases: countedOf(purchases),
      refunds: countedOf(perDay),
      disputes: { ...countedOf(disputes), fees: moneyOf(fees) },
      reasons: reasonsOf(refunds.filter(({ at }) => at === null)),
      series: moneyBackSeries(range, perDay, disputes),
    };
  }

  private async asked(range: Range, now: Instant) {
    const months = lastMonths(now, MONTHS);
    const [decided, took, cohorts, abuse] = await Promise.all([
      readDecided(this.db, range),
      readTimeToRefund(this.db, range),
      readCohorts(this.db, months),
      readAbuse(this.db, range, MOST),
    ]);
    const seconds = (value: number | null) => (value === null ? null : Math.round(value));
    return {
      decided: {
        automatic: decided.automatic,
        secondPerson: decided.second_person,
        refused: decided.refused,
        undecided: decided.undecided,
      },
      timeToRefund: { count: took.count, medianSeconds: seconds(took.median), p95Seconds: seconds(took.p95) },
      cohorts: months.map((month, i) => ({
        month: monthName(month),
        ...(cohorts[i] ?? { purchases: 0, refunded: 0, disputed: 0 }),
      })),
      abuse: abuse.map((row) => ({
        accountId: row.account_id,
        refunds: row.refunds,
        afterSpending: row.after_spending,
        disputes: row.disputes,
        money: [...row.money],
      })),
    };
  }

  private async standing(range: Range, now: Instant) {
    const { atRiskHours } = (await this.policies.current(this.db, 'dispute')).policy;
    const [debts, writeOffs, deadlines, unknown] = await Promise.all([
      readDebts(this.db, MOST),
      readWriteOffs(this.db, range),
      readDeadlines(this.db, now, atRiskHours),
      readUnknown(this.db),
    ]);
    const oldest = Math.min(...unknown.map((row) => row.oldest_at.getTime()));
    return {
      debts: { ...debts, largest: [...debts.largest] },
      writeOffs: { writtenOffCoins: writeOffs.written_off, waivedCoins: writeOffs.waived },
      deadlines: {
        approvals: deadlines.approvals,
        approvalsOverdue: deadlines.approvals_overdue,
        refundsOverdue: deadlines.refunds_overdue,
        refundsFailed: deadlines.refunds_failed,
        disputes: deadlines.disputes,
        disputesAtRisk: deadlines.disputes_at_risk,
        atRiskHours,
        disputesOverdue: deadlines.disputes_overdue,
        fraudWarnings: deadlines.fraud_warnings,
        noticesGivenUp: deadlines.notices_given_up,
        storeAnswers: deadlines.store_answers,
        storeAnswersAtRisk: deadlines.store_answers_at_risk,
      },
      unknownOutcomes: {
        ...countedOf(unknown),
        oldestAt: Number.isFinite(oldest) ? new Date(oldest).toISOString() : null,
      },
    };
  }
}
