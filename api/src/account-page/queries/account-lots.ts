import type { AccountLots as AccountLotsView, OpenLot } from '@coinwarden/contracts';
import type { CoinLot, TransactionKind } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { readWallets } from '../../ledger/ledger.public.js';
import { PURCHASED_PACKAGE_NAME } from '../../packages/packages.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';

const SHOWN = 200;

/** The coins an account has, lot by lot, with where each came from, and its diamonds that wait. */
@Injectable()
export class AccountLots {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async read(accountId: string): Promise<AccountLotsView> {
    const record = (await readWallets(this.db, [accountId])).get(accountId);
    if (!record) throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
    const { lots, maturing } = record.wallet;
    const shown = lots.slice(0, SHOWN);
    const origins = await readOrigins(this.db, accountId, shown);
    const now = this.clock.now();
    return {
      lots: shown.flatMap((lot) => {
        const origin = origins.get(lot.lotId);
        return origin ? [lotView(lot, origin)] : [];
      }),
      more: lots.length - shown.length,
      maturing: maturing
        .filter(({ at }) => at > now)
        .map(({ at, diamonds }) => ({ at: iso(at), diamonds: Number(diamonds) })),
    };
  }
}

interface OriginRow {
  lot_id: string;
  granted: bigint;
  transaction_id: string;
  kind: TransactionKind | null;
  package_id: string | null;
  package_name: string | null;
  promotion_id: string | null;
  promotion_name: string | null;
}

/** Each lot with the transaction that granted it: a look-up by key apiece. */
async function readOrigins(
  db: Queryable,
  accountId: string,
  lots: readonly CoinLot[],
): Promise<Map<string, OriginRow>> {
  const rows = await db.query<OriginRow>(
    `SELECT l.lot_id, l.granted, l.transaction_id, t.kind, t.request ->> 'packageId' AS package_id,
            ${PURCHASED_PACKAGE_NAME} AS package_name, p.promotion_id, p.name AS promotion_name
     FROM coin_lots l
     LEFT JOIN transactions t ON t.account_id = l.account_id AND t.transaction_id = l.transaction_id
     LEFT JOIN promotions p ON p.promotion_id = t.decision -> 'promotion' ->> 0
     WHERE l.account_id = $1 AND l.lot_id = ANY($2::uuid[])`,
    [accountId, textArrayOf(lots.map((lot) => lot.lotId))],
  );
  return new Map(rows.map((row) => [row.lot_id, row]));
}

const iso = (at: number) => new Date(at).toISOString();
const isoOrNull = (at: number | null) => (at === null ? null : iso(at));

const lotView = (lot: CoinLot, origin: OriginRow): OpenLot => ({
  lotId: lot.lotId,
  kind: lot.kind,
  granted: Number(origin.granted),
  remaining: Number(lot.remaining),
  held: Number(lot.held),
  grantedAt: iso(lot.grantedAt),
  expiresAt: isoOrNull(lot.expiresAt),
  riskUntil: isoOrNull(lot.riskUntil),
  source: {
    transactionId: origin.transaction_id,
    kind: origin.kind,
    package: named(origin.package_id, origin.package_name),
    // Of a purchase the promotion gave the bonus, not what was paid for.
    promotion: lot.kind === 'bonus' ? named(origin.promotion_id, origin.promotion_name) : null,
  },
});

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? id });
