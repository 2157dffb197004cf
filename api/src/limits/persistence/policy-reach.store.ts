import { COUNTRIES } from '@coinwarden/contracts';
import {
  type AgeBand,
  ANY_COUNTRY,
  decodeUsage,
  type Instant,
  idFloor,
  type LimitUsage,
  type LimitWindow,
  type WindowSpend,
} from '@coinwarden/domain';
import { boundedCount } from '../../platform/database/bounded-count.js';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

export interface SampledAccount {
  readonly accountId: string;
  readonly timeZone: string;
  readonly usage: LimitUsage;
}

export interface AccountSample {
  readonly accounts: readonly SampledAccount[];
  /** How many there are in all; an estimate where not all are in the sample. */
  readonly total: number;
}

const HASHES = 2 ** 32;
const LOWEST_HASH = -(2 ** 31);

/**
 * The accounts of an age band and country: all of them up to `size`, else about as many, drawn by the hash of their id. How
 * many the draw finds of the share that it asks for tells how many there are, better than the planner knows.
 */
export async function sampleAccounts(
  db: Queryable,
  { ageBand, country, size }: { ageBand: AgeBand; country: string; size: number },
): Promise<AccountSample> {
  const subject = [ageBand, country === ANY_COUNTRY ? textArrayOf(COUNTRIES) : textArrayOf([country])];
  const of = "a.age_band = $1 AND a.country = ANY($2::text[]) AND a.status <> 'closed'";
  const counted = await boundedCount(
    db,
    { text: `SELECT FROM accounts a WHERE ${of}`, values: subject },
    size,
  );
  const share = counted.exact ? 1 : size / counted.total;
  const rows = await db.query<{ account_id: string; time_zone: string; usage: string }>(
    `SELECT a.account_id, a.time_zone, w.usage FROM accounts a JOIN wallets w ON w.account_id = a.account_id
     WHERE ${of} AND hashtext(a.account_id) <= $3 ORDER BY hashtext(a.account_id) LIMIT $4`,
    [...subject, Math.floor(LOWEST_HASH + share * HASHES) - 1, 2 * size],
  );
  return {
    total: counted.exact ? rows.length : Math.round(rows.length / share),
    accounts: rows.map((row) => ({
      accountId: row.account_id,
      timeZone: row.time_zone,
      usage: decodeUsage(row.usage),
    })),
  };
}

interface SpendRow {
  readonly account_id: string;
  readonly period: string;
  readonly currency: string | null;
  readonly coins: bigint;
  readonly amount_minor: bigint | null;
}

const SPENDS = ['gift', 'video_promotion', 'unlock'];
/** As much of an account's past as a preview reads; nobody's windows are full of more. */
const LATEST = 1_000;

/** What accounts spent in each window since a moment, by account; a window `transaction` holds the largest of each currency. */
export async function spendByWindow(
  db: Queryable,
  { accounts, window, since }: { accounts: readonly SampledAccount[]; window: LimitWindow; since: Instant },
): Promise<Map<string, WindowSpend[]>> {
  // By the clock of the account's zone; the domain's periods differ from this only where a clock change skips midnight.
  const period =
    window === 'transaction' ? `''` : `date_trunc('${window}', t.decided_at AT TIME ZONE n.zone)::text`;
  const all = window === 'transaction' ? 'max' : 'sum';
  const rows = await db.query<SpendRow>(
    `SELECT n.account_id, ${period} AS period, t.currency,
            coalesce(${all}(t.coins) FILTER (WHERE t.kind = ANY($4)), 0)::bigint AS coins,
            (${all}(t.amount_minor) FILTER (WHERE t.kind = 'purchase'))::bigint AS amount_minor
     FROM unnest($1::text[], $2::text[]) AS n (account_id, zone)
     CROSS JOIN LATERAL (
       SELECT kind, decided_at, coins, amount_minor, currency FROM transactions
       WHERE account_id = n.account_id AND transaction_id >= $3 AND status IN ('posted', 'held')
       ORDER BY transaction_id DESC LIMIT $5) AS t
     GROUP BY 1, 2, 3`,
    [
      textArrayOf(accounts.map((a) => a.accountId)),
      textArrayOf(accounts.map((a) => a.timeZone)),
      idFloor(since),
      textArrayOf(SPENDS),
      LATEST,
    ],
  );
  return collected(rows);
}

function collected(rows: readonly SpendRow[]): Map<string, WindowSpend[]> {
  const windows = new Map<string, { coins: bigint; money: { amountMinor: bigint; currency: string }[] }>();
  const byAccount = new Map<string, WindowSpend[]>();
  for (const { account_id, period, currency, coins, amount_minor } of rows) {
    const key = `${account_id} ${period}`;
    let window = windows.get(key);
    if (window === undefined) {
      window = { coins: 0n, money: [] };
      windows.set(key, window);
      byAccount.set(account_id, [...(byAccount.get(account_id) ?? []), window]);
    }
    window.coins += coins;
    if (currency !== null && amount_minor !== null)
      window.money.push({ amountMinor: amount_minor, currency });
  }
  return byAccount;
}
