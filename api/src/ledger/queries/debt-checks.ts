import type { LedgerCheck } from './ledger-check.js';

/** What is posted to the debts of accounts, one row each. */
const DEBT_POSTINGS = `
  SELECT j.transaction_id, j.kind, substr(p.value ->> 0, 6) AS account_id, (p.value ->> 2)::bigint AS coins
  FROM journal_entries j, json_array_elements(j.postings) AS p (value)
  WHERE p.value ->> 0 LIKE 'debt:%'`;

/** The promises of debt and of the risk window: owed is what is booked, and nothing leaves before its time. */
export const DEBT_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'what an account owes is what its entries say',
    text: `
      SELECT coalesce(w.account_id, d.account_id) AS subject,
             'owes ' || coalesce(w.debt_coins, 0) || '; its entries say ' || coalesce(-d.coins, 0) AS detail
      FROM (SELECT account_id, debt_coins FROM wallets WHERE debt_coins > 0) w
      FULL JOIN (SELECT account_id, sum(coins) AS coins FROM (${DEBT_POSTINGS}) p GROUP BY 1) d USING (account_id)
      WHERE coalesce(w.debt_coins, 0) <> coalesce(-d.coins, 0) LIMIT 1`,
  },
  {
    name: 'what paid a debt left its lots, once',
    text: `
      SELECT coalesce(p.transaction_id, m.transaction_id)::text AS subject,
             'paid ' || coalesce(p.coins, 0) || ' coins of a debt; its lots gave ' || coalesce(m.coins, 0) AS detail
      FROM (SELECT transaction_id, sum(coins) AS coins FROM (${DEBT_POSTINGS}) d
            WHERE kind = 'debt_repayment' GROUP BY 1) p
      FULL JOIN (SELECT transaction_id, sum(coins) AS coins FROM (
                   SELECT transaction_id, coins FROM lot_movements WHERE reason = 'repaid'
                   UNION ALL
                   -- Two diamonds pay a coin, as they convert.
                   SELECT transaction_id, diamonds / 2.0 FROM diamond_movements WHERE reason = 'repaid'
                 ) a GROUP BY 1) m USING (transaction_id)
      WHERE coalesce(p.coins, 0) <> coalesce(m.coins, 0) LIMIT 1`,
  },
  {
    name: 'every open lot is at risk as long as it was granted to be',
    text: `
      SELECT g.lot_id::text AS subject, 'granted until ' || coalesce(g.risk_until::text, 'never') AS detail
      FROM wallets w CROSS JOIN LATERAL jsonb_array_elements(w.lots::jsonb) AS l (value)
      JOIN coin_lots g ON g.account_id = w.account_id AND g.lot_id = (l.value ->> 0)::uuid
      WHERE to_timestamp((l.value ->> 6)::float8 / 1000) IS DISTINCT FROM g.risk_until LIMIT 1`,
  },
  {
    name: 'diamonds that still wait are those of lots that have not matured',
    text: `
      WITH said AS (SELECT greatest(now(), (SELECT max(posted_at) FROM journal_entries)) AS now)
      SELECT coalesce(w.account_id, d.account_id) AS subject,
             coalesce(w.diamonds, 0) || ' wait in the wallet, ' || coalesce(d.diamonds, 0) || ' in its lots' AS detail
      FROM (SELECT account_id, to_timestamp((m.value ->> 0)::float8 / 1000) AS at, (m.value ->> 1)::bigint AS diamonds
            FROM said, wallets CROSS JOIN LATERAL jsonb_array_elements(maturing::jsonb) AS m (value)
            WHERE to_timestamp((m.value ->> 0)::float8 / 1000) > said.now) w
      FULL JOIN (SELECT account_id, matures_at AS at, sum(remaining) AS diamonds FROM said, diamond_lots
                 WHERE matures_at > said.now AND remaining > 0 GROUP BY 1, 2) d USING (account_id, at)
      WHERE coalesce(w.diamonds, 0) <> coalesce(d.diamonds, 0) LIMIT 1`,
  },
];
