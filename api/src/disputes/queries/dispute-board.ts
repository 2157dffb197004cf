import { DEADLINE_COLUMNS, type DisputeBoard } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { MoneyBackPolicies } from '../../money-back-policies/money-back-policies.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type DeadlineColumn, deadlineSql } from './dispute-records.js';

/** Open disputes by deadline, with what is at stake. */
@Injectable()
export class DisputeBoardReader {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly policies: MoneyBackPolicies,
  ) {}

  async read(): Promise<DisputeBoard> {
    const { atRiskHours } = (await this.policies.current(this.db, 'dispute')).policy;
    const text = `
      SELECT ${deadlineSql('$1::timestamptz', atRiskHours)} AS deadline, d.currency, count(*)::int AS count,
             sum(d.amount_minor)::bigint AS amount
      FROM disputes d WHERE d.status IN ('needs_response', 'under_review', 'expired')
      GROUP BY 1, 2 ORDER BY 4 DESC`;
    const rows = await this.db.query<{
      deadline: DeadlineColumn;
      currency: string;
      count: number;
      amount: bigint;
    }>(text, [new Date(this.clock.now())]);
    return {
      atRiskHours,
      columns: DEADLINE_COLUMNS.map((deadline) => {
        const own = rows.filter((row) => row.deadline === deadline);
        return {
          deadline,
          count: own.reduce((sum, row) => sum + row.count, 0),
          amounts: own.map((row) => ({ amountMinor: Number(row.amount), currency: row.currency })),
        };
      }),
    };
  }
}
