import type { LedgerCheck } from './ledger-check.js';

/** What the claims on a purchase come to, as the domain's `moneyBack` says. */
const CLAIMED = `
  SELECT account_id, purchase_id,
         coalesce(sum(paid_minor) FILTER (WHERE kind = 'refund'), 0) AS paid,
         coalesce(sum(reserved_minor) FILTER (WHERE kind = 'refund'), 0) AS reserved,
         coalesce(sum(paid_minor) FILTER (WHERE kind = 'dispute'), 0) AS withdrawn,
         coalesce(sum(fee_minor), 0) AS fee
  FROM money_back_claims GROUP BY 1, 2`;

/** The promises of money back: nobody is paid twice, no coin is taken twice, and every claim is booked. */
export const MONEY_BACK_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'refunded and lost money is no more than was captured, and what the claims say',
    text: `
      SELECT c.purchase_id::text AS subject,
             'claims: paid ' || c.paid || ', on its way ' || c.reserved || ', withdrawn ' || c.withdrawn ||
             '; booked: ' || coalesce(s.refunded_minor, 0) || ' refunded, ' || coalesce(s.lost_minor, 0) || ' lost, ' ||
             coalesce(s.excess_minor, 0) || ' excess of ' || coalesce(s.captured_minor, 0) AS detail
      FROM (${CLAIMED}) c LEFT JOIN purchase_settlements s USING (account_id, purchase_id)
      WHERE coalesce(s.refunded_minor, 0) <> least(c.paid, coalesce(s.captured_minor, 0))
         OR coalesce(s.refunded_minor + s.lost_minor + s.excess_minor, 0) <> c.paid + c.withdrawn
         OR coalesce(s.fee_minor, 0) <> c.fee
         OR coalesce(s.refunded_minor + s.reserved_minor + s.lost_minor, 0) > coalesce(s.captured_minor, 0)
      LIMIT 1`,
  },
  {
    name: 'money back is booked as its settlements say',
    text: `
      WITH booked AS (
        SELECT l.account_id, l.purchase_id, j.kind, sum((p.value ->> 2)::bigint) AS minor
        FROM settlements l
        JOIN journal_entries j ON j.account_id = l.account_id AND j.transaction_id = l.settlement_id
        CROSS JOIN LATERAL json_array_elements(j.postings) AS p (value)
        WHERE j.kind IN ('refund_payment', 'dispute_loss', 'dispute_excess', 'dispute_fee')
          AND p.value ->> 0 NOT LIKE 'provider:%'
        GROUP BY 1, 2, 3)
      SELECT s.purchase_id::text AS subject, e.kind || ' says ' || coalesce(b.minor, 0) || ', not ' || e.minor AS detail
      FROM purchase_settlements s
      CROSS JOIN LATERAL (VALUES ('refund_payment', s.refunded_minor), ('dispute_loss', s.lost_minor),
                                 ('dispute_excess', s.excess_minor), ('dispute_fee', s.fee_minor)) AS e (kind, minor)
      LEFT JOIN booked b ON b.account_id = s.account_id AND b.purchase_id = s.purchase_id AND b.kind = e.kind
      WHERE coalesce(b.minor, 0) <> e.minor LIMIT 1`,
  },
  {
    name: 'coins taken back are no more than the purchase granted',
    text: `
      SELECT s.purchase_id::text AS subject,
             'took ' || coalesce(l.coins, 0) || ' coins, says ' || s.taken_coins || ', granted ' || coalesce(g.coins, 0) AS detail
      FROM purchase_settlements s
      LEFT JOIN (SELECT account_id, purchase_id, sum(coins) FILTER (WHERE step <> 'waived') AS coins
                 FROM clawback_lines GROUP BY 1, 2) l USING (account_id, purchase_id)
      LEFT JOIN (SELECT account_id, transaction_id, sum(granted) AS coins FROM coin_lots GROUP BY 1, 2) g
        ON g.account_id = s.account_id AND g.transaction_id = s.purchase_id
      WHERE coalesce(l.coins, 0) <> s.taken_coins OR s.taken_coins > coalesce(g.coins, 0) LIMIT 1`,
  },
  {
    name: 'no source has given back more than was taken of it',
    text: `
      SELECT purchase_id::text AS subject, step || ' of ' || holder_id || ' stands at ' || sum(coins) AS detail
      FROM clawback_lines GROUP BY account_id, purchase_id, step, holder_id, lot_id HAVING sum(coins) < 0 LIMIT 1`,
  },
  {
    name: 'what was clawed of each lot is what the settlements say',
    text: `
      SELECT coalesce(m.lot_id, l.lot_id)::text AS subject,
             'movements say ' || coalesce(m.coins, 0) || ', settlements ' || coalesce(l.coins, 0) AS detail
      FROM (SELECT lot_id, sum(CASE reason WHEN 'clawed' THEN coins ELSE -coins END) AS coins FROM (
              SELECT lot_id, reason, coins FROM lot_movements WHERE reason IN ('clawed', 'reinstated')
              UNION ALL
              SELECT lot_id, reason, diamonds FROM diamond_movements WHERE reason IN ('clawed', 'reinstated')
            ) a GROUP BY 1) m
      FULL JOIN (SELECT lot_id, sum(coins) AS coins FROM clawback_lines
                 WHERE step IN ('unspent', 'bonus', 'diamonds') GROUP BY 1) l USING (lot_id)
      WHERE coalesce(m.coins, 0) <> coalesce(l.coins, 0) LIMIT 1`,
  },
];
