import {
  diamondBalances,
  type GiftedDiamonds,
  type Holdings,
  type PurchaseLot,
  type Wallet,
} from '@coinwarden/domain';
import { findGiftLots, readWallets } from '../../ledger/ledger.public.js';
import type { Queryable } from '../../platform/database/sql.js';
import type { PurchaseKey } from '../queries/refundable-purchases.js';

interface LotRow {
  lot_id: string;
  kind: 'paid' | 'bonus';
  granted: bigint;
  granted_at: Date;
  expires_at: Date | null;
  risk_until: Date | null;
  gone: bigint;
}

/** Everything of a purchase that a clawback can reach. `locked` are wallets already read under their locks. */
export async function readHoldings(
  db: Queryable,
  args: { purchase: PurchaseKey; locked: ReadonlyMap<string, Wallet>; mayOwe: boolean; now: number },
): Promise<Holdings> {
  const { purchase, now } = args;
  const rows = await readLots(db, purchase);
  const gifts = await readGifts(
    db,
    purchase.accountId,
    rows.map((row) => row.lot_id),
  );
  const matured = gifts.filter((gift) => gift.maturesAt <= now && gift.remaining > 0n);
  const unread = [purchase.accountId, ...matured.map((gift) => gift.creatorId)].filter(
    (accountId) => !args.locked.has(accountId),
  );
  const read = await readWallets(db, [...new Set(unread)]);
  const walletOf = (accountId: string) => args.locked.get(accountId) ?? read.get(accountId)!.wallet;
  const own = walletOf(purchase.accountId);
  return {
    ...purchase,
    lots: rows.map((row) => lotOf(row, own)),
    gifts,
    freeDiamonds: new Map(
      matured.map(({ creatorId }) => [creatorId, diamondBalances(walletOf(creatorId), now).available]),
    ),
    debtCoins: own.debtCoins,
    mayOwe: args.mayOwe,
  };
}

function readLots(db: Queryable, { accountId, purchaseId }: PurchaseKey): Promise<LotRow[]> {
  const text = `
    SELECT l.lot_id, l.kind, l.granted, l.granted_at, l.expires_at, l.risk_until,
           coalesce(sum(CASE m.reason WHEN 'restored' THEN -m.coins ELSE m.coins END)
                      FILTER (WHERE m.reason IN ('expired', 'voided', 'restored')), 0)::bigint AS gone
    FROM journal_entries j
    CROSS JOIN LATERAL json_array_elements(j.postings) AS p (value)
    JOIN coin_lots l ON l.account_id = j.account_id AND l.lot_id = (p.value ->> 3)::uuid
    LEFT JOIN lot_movements m ON m.account_id = l.account_id AND m.lot_id = l.lot_id
    WHERE j.account_id = $1 AND j.transaction_id = $2 AND j.kind = 'purchase_credit'
    GROUP BY l.account_id, l.lot_id ORDER BY l.lot_id`;
  return db.query<LotRow>({ name: 'holdings-lots', text }, [accountId, purchaseId]);
}

function lotOf(row: LotRow, wallet: Wallet): PurchaseLot {
  const open = wallet.lots.find((lot) => lot.lotId === row.lot_id);
  return {
    lotId: row.lot_id,
    kind: row.kind,
    granted: row.granted,
    free: open ? open.remaining - open.held : 0n,
    gone: row.gone,
    grantedAt: row.granted_at.getTime(),
    expiresAt: row.expires_at?.getTime() ?? null,
    riskUntil: row.risk_until?.getTime() ?? null,
  };
}

async function readGifts(
  db: Queryable,
  accountId: string,
  lotIds: readonly string[],
): Promise<GiftedDiamonds[]> {
  const text = `
    SELECT m.transaction_id, t.counterparty_id, sum(m.coins)::bigint AS coins, max(j.posted_at) AS posted_at
    FROM lot_movements m
    JOIN transactions t ON t.account_id = m.account_id AND t.transaction_id = m.transaction_id AND t.kind = 'gift'
    JOIN journal_entries j ON j.account_id = m.account_id AND j.transaction_id = m.transaction_id AND j.kind = 'gift'
    WHERE m.account_id = $1 AND m.lot_id = ANY($2::uuid[]) AND m.reason = 'spent'
    GROUP BY m.transaction_id, t.counterparty_id`;
  const rows = await db.query<{
    transaction_id: string;
    counterparty_id: string;
    coins: bigint;
    posted_at: Date;
  }>({ name: 'holdings-gifts', text }, [accountId, lotIds]);
  const coins = new Map(rows.map((row) => [row.transaction_id, row.coins]));
  const lots = await findGiftLots(
    db,
    rows.map((row) => ({
      transactionId: row.transaction_id,
      creatorId: row.counterparty_id,
      postedAt: row.posted_at.getTime(),
    })),
  );
  return lots.map((lot) => ({ ...lot, coins: coins.get(lot.lotId)! }));
}
