import type { LedgerCheck } from './ledger-check.js';

/** Coins of each transaction that can be spent or were: not those that were voided, nor those that still wait. */
const FREED = `
  SELECT l.account_id, l.transaction_id,
         sum(l.granted - coalesce(v.coins, 0) - coalesce(h.coins, 0)) AS coins
  FROM coin_lots l
  LEFT JOIN (SELECT account_id, lot_id, sum(CASE reason WHEN 'restored' THEN -coins ELSE coins END) AS coins
             FROM lot_movements WHERE reason IN ('voided', 'restored') GROUP BY 1, 2) v
    ON v.account_id = l.account_id AND v.lot_id = l.lot_id
  LEFT JOIN (SELECT h.account_id, (s.value ->> 0)::uuid AS lot_id, sum((s.value ->> 2)::bigint) AS coins
             FROM holds h, json_array_elements(h.lots) AS s (value)
             JOIN transactions t ON t.kind IN ('purchase', 'reward')
             WHERE h.ended_at IS NULL AND t.account_id = h.account_id AND t.transaction_id = h.transaction_id GROUP BY 1, 2) h
    ON h.account_id = l.account_id AND h.lot_id = l.lot_id
  GROUP BY 1, 2`;

/** What was booked as paid for each purchase. */
const PAID = `
  SELECT j.account_id, j.transaction_id, count(DISTINCT j.entry_no) AS payments, p.value ->> 1 AS currency,
         sum((p.value ->> 2)::bigint) AS minor
  FROM journal_entries j, json_array_elements(j.postings) AS p (value)
  WHERE j.kind = 'purchase_payment' AND p.value ->> 0 LIKE 'provider:%' GROUP BY 1, 2, 4`;

/** The promises about where coins come from: nobody gets any that were not paid for, earned, or given. */
export const CREDIT_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'no coin of a purchase is spendable without its captured payment',
    text: `
      SELECT t.transaction_id::text AS subject,
             'freed ' || f.coins || ' coins for ' || t.amount_minor || ' ' || t.currency || '; booked as paid ' ||
             coalesce(p.minor || ' ' || p.currency || ' in ' || p.payments || ' payments', 'nothing') AS detail
      FROM (${FREED}) f
      JOIN transactions t ON t.account_id = f.account_id AND t.transaction_id = f.transaction_id AND t.kind = 'purchase'
      LEFT JOIN (${PAID}) p ON p.account_id = t.account_id AND p.transaction_id = t.transaction_id
      WHERE f.coins > 0 AND (p.minor IS DISTINCT FROM t.amount_minor OR p.currency <> t.currency OR p.payments <> 1)
      LIMIT 1`,
  },
  {
    name: 'one payment stands behind one purchase',
    text: `
      SELECT t.transaction_id::text AS subject,
             'was bought with a payment of ' || coalesce(p.transaction_id::text, 'no purchase') AS detail
      FROM transactions t LEFT JOIN payment_references p
        ON p.provider = t.request -> 'payment' ->> 'provider' AND p.reference = t.request -> 'payment' ->> 'reference'
      WHERE t.kind = 'purchase' AND t.status = 'posted' AND p.transaction_id IS DISTINCT FROM t.transaction_id LIMIT 1`,
  },
  {
    name: 'every coin was bought, rewarded, converted or given back',
    text: `
      SELECT l.lot_id::text AS subject,
             l.kind || ' coins of ' || coalesce(t.kind || ', ' || t.outcome, 'no transaction') AS detail
      FROM coin_lots l
      LEFT JOIN transactions t ON t.account_id = l.account_id AND t.transaction_id = l.transaction_id
      LEFT JOIN settlements s ON s.account_id = l.account_id AND s.settlement_id = l.transaction_id
      WHERE NOT coalesce(t.outcome <> 'decline' AND CASE l.kind WHEN 'earned' THEN t.kind IN ('reward', 'conversion')
                                                                ELSE t.kind = 'purchase' END,
                         s.settlement_id IS NOT NULL AND l.kind = 'paid') LIMIT 1`,
  },
];
