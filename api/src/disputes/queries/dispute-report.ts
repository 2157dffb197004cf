import type { DISPUTE_REPORT_GROUPS, DisputeReport, DisputeReportQuery } from '@coinwarden/contracts';
import { amountIn, type DisputeStatus } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

type Figures = DisputeReport['total'];

interface Row {
  key: string;
  status: DisputeStatus;
  currency: string;
  count: number;
  disputed: bigint;
  lost: bigint;
  fees: bigint;
}

/** By card scheme where there is one; stores and others have none. */
const KEYS: Readonly<Record<(typeof DISPUTE_REPORT_GROUPS)[number], string>> = {
  reason: 'd.category',
  method: `d.provider || coalesce(' ' || d.scheme, '')`,
  package: `coalesce(t.request ->> 'packageId', '')`,
};

/** In which column of the report a status counts. */
const COLUMN: Readonly<
  Record<DisputeStatus, 'open' | 'won' | 'lost' | 'accepted' | 'expired' | 'prevented'>
> = {
  needs_response: 'open',
  under_review: 'open',
  won: 'won',
  lost: 'lost',
  accepted: 'accepted',
  expired: 'expired',
  prevented: 'prevented',
  cancelled: 'prevented',
};

/** What became of the disputes that were opened in a period: by reason, by method, by package. */
@Injectable()
export class DisputeReports {
  constructor(private readonly db: UnitOfWork) {}

  async read({ from, to, by }: DisputeReportQuery): Promise<DisputeReport> {
    const purchase =
      by === 'package'
        ? 'LEFT JOIN transactions t ON t.account_id = d.account_id AND t.transaction_id = d.purchase_id'
        : '';
    const rows = await this.db.query<Row>(
      `SELECT ${KEYS[by]} AS key, d.status, d.currency, count(*)::int AS count,
              sum(d.amount_minor)::bigint AS disputed,
              sum(greatest(d.withdrawn_minor - d.reinstated_minor, 0))::bigint AS lost,
              sum(d.fee_minor)::bigint AS fees
       FROM disputes d ${purchase}
       WHERE d.opened_at >= $1 AND d.opened_at < $2 GROUP BY 1, 2, 3`,
      [new Date(from), new Date(to)],
    );
    const groups = [...new Set(rows.map((row) => row.key))].map((key) => ({
      key,
      ...figuresOf(rows.filter((row) => row.key === key)),
    }));
    groups.sort((a, b) => b.disputes - a.disputes || (a.key < b.key ? -1 : 1));
    return { from, to, by, total: figuresOf(rows), groups };
  }
}

function figuresOf(rows: readonly Row[]): Figures {
  const figures = { disputes: 0, open: 0, won: 0, lost: 0, accepted: 0, expired: 0, prevented: 0 };
  const money = { disputedUsdMinor: 0, lostUsdMinor: 0, feesUsdMinor: 0 };
  for (const { status, currency, count, disputed, lost, fees } of rows) {
    const usd = (amountMinor: bigint) => Number(amountIn('USD', { amountMinor, currency }) ?? 0n);
    figures.disputes += count;
    figures[COLUMN[status]] += count;
    money.disputedUsdMinor += usd(disputed);
    money.lostUsdMinor += usd(lost);
    money.feesUsdMinor += usd(fees);
  }
  const decided = figures.won + figures.lost;
  const wonPermille = decided === 0 ? null : Math.round((1_000 * figures.won) / decided);
  return { ...figures, wonPermille, ...money };
}
