import { type AskedBack, amountIn, grouped, SOON } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

interface Row {
  account_id: string;
  purchase_id: string;
  bought_at: Date;
  asked_at: Date;
  by: AskedBack['by'];
  coins: bigint;
  given_soon: bigint;
  amount_minor: bigint;
  currency: string;
}

/** What an account asked back latest is enough to know it by. */
const PURCHASES = 30;

/**
 * The purchases whose money the accounts asked back: refunds the buyer wanted, and disputes that do not say somebody
 * else used the card. What was bought by a child, or on a stolen card, is no gift of the account's own.
 */
export async function readAskedBack(
  db: Queryable,
  accountIds: readonly string[],
): Promise<Map<string, AskedBack[]>> {
  const rows = await db.query<Row>(
    {
      name: 'free-coins-asked-back',
      text: `
        SELECT t.account_id, t.transaction_id AS purchase_id, t.decided_at AS bought_at, q.asked_at, q.by, t.amount_minor,
               t.currency, g.coins, coalesce(s.coins, 0) AS given_soon
        FROM unnest($1::text[]) AS a(account_id)
        CROSS JOIN LATERAL (
          SELECT transaction_id AS purchase_id, requested_at AS asked_at, 'refund' AS by FROM refunds
          WHERE account_id = a.account_id AND origin <> 'automatic' AND cause IN ('refund', 'goodwill') AND reason <> 'minor'
          UNION ALL
          SELECT purchase_id, opened_at, 'dispute' FROM disputes
          WHERE account_id = a.account_id AND purchase_id IS NOT NULL AND category NOT IN ('fraudulent', 'unrecognized')
          ORDER BY asked_at DESC LIMIT ${PURCHASES}) AS q
        JOIN transactions t ON t.account_id = a.account_id AND t.transaction_id = q.purchase_id
        CROSS JOIN LATERAL (
          SELECT sum(granted)::bigint AS coins FROM coin_lots
          WHERE account_id = t.account_id AND transaction_id = t.transaction_id) AS g
        CROSS JOIN LATERAL (
          SELECT sum(m.coins)::bigint AS coins FROM coin_lots l
          JOIN lot_movements m ON m.account_id = l.account_id AND m.lot_id = l.lot_id AND m.reason = 'spent'
          JOIN transactions x ON x.account_id = m.account_id AND x.transaction_id = m.transaction_id
          WHERE l.account_id = t.account_id AND l.transaction_id = t.transaction_id AND x.kind = 'gift'
            AND x.decided_at <= least(q.asked_at, t.decided_at + $2 * interval '1 millisecond')) AS s
        WHERE t.status = 'posted' AND g.coins IS NOT NULL`,
    },
    [textArrayOf(accountIds), SOON],
  );
  return grouped(rows.map(askedBack), ({ accountId }) => accountId);
}

const askedBack = (row: Row) => ({
  accountId: row.account_id,
  purchaseId: row.purchase_id,
  boughtAt: row.bought_at.getTime(),
  askedAt: row.asked_at.getTime(),
  by: row.by,
  coins: row.coins,
  givenSoon: row.given_soon,
  usdMinor: amountIn('USD', { amountMinor: row.amount_minor, currency: row.currency }) ?? row.amount_minor,
});
