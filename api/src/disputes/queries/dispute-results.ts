import type { DisputeReport, DisputeReportQuery } from '@coinwarden/contracts';
import { amountIn, type DisputeStatus } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

type Results = DisputeReport['total'];

interface Row {
  key: string;
  status: DisputeStatus;
  currency: string;
  count: number;
  disputed: bigint;
  lost: bigint;
  fees: bigint;
}

/** What a dispute is counted under. A method is the card scheme, or the provider where none is known. */
const KEYS: Readonly<Record<DisputeReportQuery['by'], string>> = {
  reason: 'd.category',
  method: 'coalesce(lower(d.scheme), d.provider)',
  package: "coalesce(t.request ->> 'packageId', '')",
};

/** What became of the disputes opened in a period, in US cents at reference rates. */
@Injectable()
export class DisputeResults {
  constructor(private readonly db: UnitOfWork) {}

  async read({ from, to, by }: DisputeReportQuery): Promise<DisputeReport> {
    const text = `
      SELECT ${KEYS[by]} AS key, d.status, d.currency, count(*)::int AS count, sum(d.amount_minor)::bigint AS disputed,
             sum(greatest(d.withdrawn_minor - d.reinstated_minor, 0))::bigint AS lost, sum(d.fee_minor)::bigint AS fees
      FROM disputes d
      LEFT JOIN transactions t ON t.account_id = d.account_id AND t.transaction_id = d.purchase_id
      WHERE d.opened_at >= $1 AND d.opened_at < $2
      GROUP BY 1, 2, 3`;
    const rows = await this.db.query<Row>(text, [new Date(from), new Date(to)]);
    const keys = [...new Set(rows.map((row) => row.key))];
    const groups = keys.map((key) => ({ key, ...sumUp(rows.filter((row) => row.key === key)) }));
    groups.sort((a, b) => b.disputes - a.disputes || (a.key < b.key ? -1 : 1));
    return { from, to, by, total: sumUp(rows), groups };
  }
}

function sumUp(rows: readonly Row[]): Results {
  const count = (...statuses: DisputeStatus[]) =>
    rows.filter((row) => statuses.includes(row.status)).reduce((sum, row) => sum + row.count, 0);
  const usd = (of: (row: Row) => bigint) =>
    rows.reduce(
      (sum, row) => sum + Number(amountIn('USD', { amountMinor: of(row), currency: row.currency }) ?? 0n),
      0,
    );
  const won = count('won');
  const lost = count('lost');
  return {
    disputes: rows.reduce((sum, row) => sum + row.count, 0),
    open: count('needs_response', 'under_review'),
    won,
    lost,
    accepted: count('accepted'),
    expired: count('expired'),
    prevented: count('prevented', 'cancelled'),
    wonPermille: won + lost === 0 ? null : Math.round((won * 1_000) / (won + lost)),
    disputedUsdMinor: usd((row) => row.disputed),
    lostUsdMinor: usd((row) => row.lost),
    feesUsdMinor: usd((row) => row.fees),
  };
}
