import { CREDIT_CHECKS } from './credit-checks.js';
import { DEBT_CHECKS } from './debt-checks.js';
import type { LedgerCheck } from './ledger-check.js';
import { MONEY_BACK_CHECKS } from './money-back-checks.js';

/** All postings, one row each. */
const POSTINGS = `
  SELECT j.account_id, j.transaction_id, j.entry_no, p.value ->> 0 AS ledger_account, p.value ->> 1 AS unit,
         (p.value ->> 2)::bigint AS amount, (p.value ->> 3)::uuid AS lot_id
  FROM journal_entries j, json_array_elements(j.postings) AS p (value)`;

/** The open lots of all wallets, one row each. */
const OPEN_LOTS = `
  SELECT w.account_id, (l.value ->> 0)::uuid AS lot_id, (l.value ->> 2)::bigint AS remaining,
         (l.value ->> 3)::bigint AS held
  FROM wallets w, jsonb_array_elements(w.lots::jsonb) AS l (value)`;

/** What left each lot; what a settlement or a granted appeal gave back counts the other way. */
const MOVED_COINS = `
  SELECT account_id, lot_id, sum(CASE WHEN reason IN ('reinstated', 'restored') THEN -coins ELSE coins END) AS coins
  FROM lot_movements GROUP BY 1, 2`;

const HELD_SHARES = `
  SELECT h.account_id, (s.value ->> 0)::uuid AS lot_id, sum((s.value ->> 2)::bigint) AS held
  FROM holds h, json_array_elements(h.lots) AS s (value)
  WHERE h.ended_at IS NULL GROUP BY 1, 2`;

export const LEDGER_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'every journal entry balances per unit',
    text: `
      SELECT transaction_id || ' entry ' || entry_no AS subject, 'off by ' || sum(amount) || ' ' || unit AS detail
      FROM (${POSTINGS}) p GROUP BY account_id, transaction_id, entry_no, unit HAVING sum(amount) <> 0 LIMIT 1`,
  },
  {
    name: 'balances are the sums of their entries',
    text: `
      SELECT w.account_id AS subject,
             'has ' || (w.paid + w.bonus + w.earned) || ' coins and ' || w.diamonds || ' diamonds; its entries say ' ||
             coalesce(e.coins, 0) || ' and ' || coalesce(e.diamonds, 0) AS detail
      FROM wallets w LEFT JOIN (
        SELECT ledger_account, coalesce(sum(amount) FILTER (WHERE unit = 'COIN'), 0) AS coins,
               coalesce(sum(amount) FILTER (WHERE unit = 'DIAMOND'), 0) AS diamonds
        FROM (${POSTINGS}) p WHERE ledger_account LIKE 'wallet:%' GROUP BY 1
      ) e ON e.ledger_account = 'wallet:' || w.account_id
      WHERE w.paid + w.bonus + w.earned <> coalesce(e.coins, 0) OR w.diamonds <> coalesce(e.diamonds, 0) LIMIT 1`,
  },
  {
    name: 'no entry posts to a wallet that does not exist',
    text: `
      SELECT p.ledger_account AS subject, 'has entries but no wallet' AS detail
      FROM (SELECT DISTINCT ledger_account FROM (${POSTINGS}) a WHERE ledger_account LIKE 'wallet:%') p
      LEFT JOIN wallets w ON 'wallet:' || w.account_id = p.ledger_account WHERE w.account_id IS NULL LIMIT 1`,
  },
  {
    name: 'granted = remaining + consumed for every coin lot',
    text: `
      SELECT coalesce(g.lot_id, o.lot_id)::text AS subject,
             'granted ' || coalesce(g.granted, 0) || ', moved ' || coalesce(m.coins, 0) || ', remaining ' ||
             coalesce(o.remaining, 0) AS detail
      FROM coin_lots g
      LEFT JOIN (${MOVED_COINS}) m
        ON m.account_id = g.account_id AND m.lot_id = g.lot_id
      FULL JOIN (${OPEN_LOTS}) o ON o.account_id = g.account_id AND o.lot_id = g.lot_id
      WHERE coalesce(g.granted, 0) <> coalesce(m.coins, 0) + coalesce(o.remaining, 0) LIMIT 1`,
  },
  {
    name: 'the lots of a wallet add up to its balances',
    text: `
      SELECT w.account_id AS subject, 'lots hold ' || coalesce(l.remaining, 0) || ' coins, ' || coalesce(l.held, 0) ||
             ' held; the wallet says ' || (w.paid + w.bonus + w.earned) || ' and ' || w.held AS detail
      FROM wallets w LEFT JOIN (
        SELECT account_id, sum(remaining) AS remaining, sum(held) AS held FROM (${OPEN_LOTS}) o GROUP BY 1
      ) l ON l.account_id = w.account_id
      WHERE coalesce(l.remaining, 0) <> w.paid + w.bonus + w.earned OR coalesce(l.held, 0) <> w.held LIMIT 1`,
  },
  {
    name: 'what is held is what open holds reserve',
    text: `
      SELECT coalesce(h.lot_id, o.lot_id)::text AS subject,
             'open holds reserve ' || coalesce(h.held, 0) || ', the lot says ' || coalesce(o.held, 0) AS detail
      FROM (${HELD_SHARES}) h FULL JOIN (SELECT * FROM (${OPEN_LOTS}) l WHERE held > 0) o
        ON o.account_id = h.account_id AND o.lot_id = h.lot_id
      WHERE coalesce(h.held, 0) <> coalesce(o.held, 0) LIMIT 1`,
  },
  {
    name: 'diamonds held are what open holds reserve',
    text: `
      SELECT w.account_id AS subject,
             'open holds reserve ' || coalesce(h.diamonds, 0) || ' diamonds, the wallet says ' || w.diamonds_held AS detail
      FROM wallets w LEFT JOIN (
        SELECT account_id, sum(diamonds) AS diamonds FROM holds WHERE ended_at IS NULL GROUP BY 1
      ) h ON h.account_id = w.account_id
      WHERE coalesce(h.diamonds, 0) <> w.diamonds_held LIMIT 1`,
  },
  {
    name: 'granted = remaining + taken for every diamond lot',
    text: `
      SELECT d.lot_id::text AS subject, 'granted ' || d.granted || ', taken ' || coalesce(m.diamonds, 0) ||
             ', remaining ' || d.remaining AS detail
      FROM diamond_lots d LEFT JOIN (
        SELECT account_id, lot_id, sum(CASE reason WHEN 'reinstated' THEN -diamonds ELSE diamonds END) AS diamonds
        FROM diamond_movements GROUP BY 1, 2
      ) m ON m.account_id = d.account_id AND m.lot_id = d.lot_id
      WHERE d.granted <> d.remaining + coalesce(m.diamonds, 0) LIMIT 1`,
  },
  {
    name: 'the diamond lots of a wallet add up to its diamonds',
    text: `
      SELECT w.account_id AS subject,
             'lots hold ' || coalesce(d.diamonds, 0) || ' diamonds, the wallet says ' || w.diamonds AS detail
      FROM wallets w LEFT JOIN (
        SELECT account_id, sum(remaining) AS diamonds FROM diamond_lots GROUP BY 1
      ) d ON d.account_id = w.account_id
      WHERE coalesce(d.diamonds, 0) <> w.diamonds LIMIT 1`,
  },
  {
    name: 'a transaction is held exactly while its hold is open',
    text: `
      SELECT coalesce(t.transaction_id, h.transaction_id)::text AS subject,
             CASE WHEN h.transaction_id IS NULL THEN 'is held without an open hold'
                  ELSE 'has an open hold but is not held' END AS detail
      FROM (SELECT transaction_id FROM transactions WHERE status = 'held') t
      FULL JOIN (SELECT transaction_id FROM holds WHERE ended_at IS NULL) h USING (transaction_id)
      WHERE t.transaction_id IS NULL OR h.transaction_id IS NULL LIMIT 1`,
  },
  {
    name: 'what is posted has an entry, what is declined has none',
    text: `
      SELECT t.transaction_id::text AS subject, t.kind || ' is ' || t.status AS detail
      FROM transactions t LEFT JOIN journal_entries j
        ON j.account_id = t.account_id AND j.transaction_id = t.transaction_id AND j.kind <> 'expiry'
      WHERE (t.status = 'posted') AND j.transaction_id IS NULL
         OR t.outcome = 'decline' AND j.transaction_id IS NOT NULL LIMIT 1`,
  },
  ...CREDIT_CHECKS,
  {
    name: 'promotions have given no more than their budget, and what they counted',
    text: `
      SELECT p.promotion_id AS subject, 'gave ' || c.granted_coins || ' of ' || p.budget_coins AS detail
      FROM promotions p JOIN promotion_counters c USING (promotion_id)
      WHERE c.granted_coins > p.budget_coins LIMIT 1`,
  },
  ...MONEY_BACK_CHECKS,
  ...DEBT_CHECKS,
];
