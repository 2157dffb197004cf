import {
  type Account,
  type AccountStatus,
  type AgeBand,
  decodeContentHistory,
  decodeLinks,
  decodeLots,
  decodeMaturing,
  decodeMoneyBack,
  encodeLots,
  encodeMaturing,
  postedCoins,
  type StatusBecause,
  type Wallet,
} from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** An account with its wallet and the packed counters that live in the wallet's row. */
export interface WalletRecord {
  readonly account: Account;
  readonly wallet: Wallet;
  readonly usage: string;
  readonly velocity: string;
}

interface Row {
  account_id: string;
  created_at: number;
  country: string;
  time_zone: string;
  age_band: AgeBand;
  creator: boolean;
  display_name: string | null;
  email: string | null;
  guardian_account_id: string | null;
  status: AccountStatus;
  status_because: StatusBecause | null;
  excluded_until: number | null;
  credential_changed_at: number | null;
  sign_in_failures: number;
  money_back: string;
  links: string;
  content_history: string;
  security: string;
  diamonds: bigint;
  diamonds_held: bigint;
  debt_coins: bigint;
  lots: string;
  maturing: string;
  usage: string;
  velocity: string;
}

/** Milliseconds as a number: the driver's own dates cost more to parse than all the rest of the row. */
function asInstant(column: string): string {
  return `(extract(epoch FROM ${column}) * 1000)::float8`;
}

const SELECT = `
  SELECT a.account_id, ${asInstant('a.created_at')} AS created_at, a.country, a.time_zone, a.age_band, a.creator,
         a.display_name, a.email, a.guardian_account_id, a.status, ${asInstant('a.excluded_until')} AS excluded_until,
         ${asInstant('a.credential_changed_at')} AS credential_changed_at, a.sign_in_failures, a.money_back, a.links,
         a.content_history, a.security, a.status_because,
         w.diamonds, w.diamonds_held, w.debt_coins, w.lots, w.maturing, w.usage, w.velocity
  FROM wallets w JOIN accounts a ON a.account_id = w.account_id
  WHERE w.account_id = ANY($1::text[])`;

const LOCK = {
  name: 'wallets-lock',
  text: 'SELECT FROM wallets WHERE account_id = ANY($1::text[]) ORDER BY account_id FOR UPDATE',
};

/**
 * Locks the wallets in id order (so that no two callers wait for each other in a circle) and reads them with their
 * accounts. The read is a statement of its own, sent along: it sees what whoever held the locks before has committed,
 * a restriction of the account included.
 */
export async function lockWallets(
  tx: Queryable,
  accountIds: readonly string[],
): Promise<Map<string, WalletRecord>> {
  const [, records] = await Promise.all([
    tx.query(LOCK, [textArrayOf(accountIds)]),
    readWallets(tx, accountIds),
  ]);
  return records;
}

export async function readWallets(
  db: Queryable,
  accountIds: readonly string[],
): Promise<Map<string, WalletRecord>> {
  return toRecords(await db.query<Row>({ name: 'wallets-read', text: SELECT }, [textArrayOf(accountIds)]));
}

const toRecords = (rows: readonly Row[]): Map<string, WalletRecord> =>
  new Map(rows.map((row) => [row.account_id, toRecord(row)]));

function toRecord(row: Row): WalletRecord {
  return {
    account: {
      accountId: row.account_id,
      createdAt: row.created_at,
      country: row.country,
      timeZone: row.time_zone,
      ageBand: row.age_band,
      creator: row.creator,
      displayName: row.display_name,
      email: row.email,
      guardianAccountId: row.guardian_account_id,
      status: row.status,
      statusBecause: row.status_because,
      excludedUntil: row.excluded_until,
      credentialChangedAt: row.credential_changed_at,
      signInFailures: row.sign_in_failures,
      moneyBack: decodeMoneyBack(row.money_back),
      links: decodeLinks(row.links),
      contentHistory: decodeContentHistory(row.content_history),
      security: row.security,
    },
    wallet: {
      accountId: row.account_id,
      lots: decodeLots(row.lots),
      diamonds: row.diamonds,
      diamondsHeld: row.diamonds_held,
      maturing: decodeMaturing(row.maturing),
      debtCoins: row.debt_coins,
    },
    usage: row.usage,
    velocity: row.velocity,
  };
}

export interface WalletChange {
  readonly wallet: Wallet;
  readonly usage: string;
  readonly velocity: string;
}

/** Writes each wallet once; the caller holds their locks. */
export async function writeWallets(tx: Queryable, changes: readonly WalletChange[]): Promise<void> {
  if (changes.length === 0) return;
  const posted = changes.map((c) => postedCoins(c.wallet));
  await tx.query(
    {
      name: 'wallets-write',
      text: `
        UPDATE wallets w
        SET paid = n.paid, bonus = n.bonus, earned = n.earned, held = n.held, diamonds = n.diamonds,
            diamonds_held = n.diamonds_held, debt_coins = n.debt_coins, lots = n.lots, maturing = n.maturing,
            usage = n.usage, velocity = n.velocity
        FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
                    $8::bigint[], $9::text[], $10::text[], $11::text[], $12::text[])
          AS n(account_id, paid, bonus, earned, held, diamonds, diamonds_held, debt_coins, lots, maturing, usage, velocity)
        WHERE w.account_id = n.account_id`,
    },
    [
      textArrayOf(changes.map((c) => c.wallet.accountId)),
      arrayOf(posted.map((p) => p.paid)),
      arrayOf(posted.map((p) => p.bonus)),
      arrayOf(posted.map((p) => p.earned)),
      arrayOf(posted.map((p) => p.held)),
      arrayOf(changes.map((c) => c.wallet.diamonds)),
      arrayOf(changes.map((c) => c.wallet.diamondsHeld)),
      arrayOf(changes.map((c) => c.wallet.debtCoins)),
      textArrayOf(changes.map((c) => encodeLots(c.wallet.lots))),
      textArrayOf(changes.map((c) => encodeMaturing(c.wallet.maturing))),
      textArrayOf(changes.map((c) => c.usage)),
      textArrayOf(changes.map((c) => c.velocity)),
    ],
  );
}
