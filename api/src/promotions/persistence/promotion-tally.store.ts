import {
  type FoundCode,
  type Promotion,
  type PromotionCounter,
  PromotionTally,
  type TallyChanges,
} from '@coinwarden/domain';
import { arrayOf, type Queryable, type Statement, textArrayOf } from '../../platform/database/sql.js';
import { writeRedemptions } from './redemptions.store.js';

const COUNTERS = `
  SELECT promotion_id, granted_coins, uses FROM promotion_counters
  WHERE promotion_id = ANY($1::text[]) ORDER BY promotion_id`;

const LOCK_COUNTERS = { name: 'promotion-counters-lock', text: `${COUNTERS} FOR UPDATE` };

const USES = `
  SELECT account_id, promotion_id, uses FROM promotion_uses
  WHERE account_id = ANY($1::text[]) AND promotion_id = ANY($2::text[]) AND uses > 0`;

const CODES = `
  SELECT code, promotion_id, (used_at IS NOT NULL OR revoked_at IS NOT NULL) AS spent FROM promotion_codes
  WHERE code = ANY($1::text[]) ORDER BY code`;

export interface TallyRequest {
  /** Promotions that purchases of the batch may get, and the others of their exclusive groups. */
  readonly promotions: readonly Promotion[];
  /** The buyers; the caller holds their wallets locked, which is what keeps their uses still. */
  readonly accountIds: readonly string[];
  /** Plain codes that were given and may work once. */
  readonly codes: readonly string[];
}

/** Whether what is read is what others may be changing: to sell on it, or only to show it. */
interface Reading {
  readonly counters: Statement;
  readonly codes: Statement;
}
const LOCKED: Reading = {
  counters: LOCK_COUNTERS,
  codes: { name: 'promotion-codes-lock', text: `${CODES} FOR UPDATE` },
};
const SHOWN: Reading = {
  counters: { name: 'promotion-counters-read', text: COUNTERS },
  codes: { name: 'promotion-codes-read', text: CODES },
};

/**
 * Reads what the promotions have given, for selling on it: the counters of those with a budget stay locked, in id order,
 * until the transaction ends, and after them the codes. The others need no lock to be judged, so they never make two
 * batches wait.
 */
export async function lockTally(tx: Queryable, request: TallyRequest): Promise<PromotionTally> {
  const tally = await readWith(tx, request, LOCKED);
  const uncounted = request.promotions.filter(
    (p) => p.budgetCoins !== null && !tally.counters.has(p.promotionId),
  );
  if (uncounted.length === 0) return tally;
  // Nothing has been given of these yet: their counters begin here.
  const ids = textArrayOf(uncounted.map((p) => p.promotionId).sort());
  await tx.query(
    'INSERT INTO promotion_counters (promotion_id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING',
    [ids],
  );
  return readWith(tx, request, LOCKED);
}

/** The same for showing prices, locking nothing; what has no counter yet has given nothing. */
export async function readTally(db: Queryable, request: TallyRequest): Promise<PromotionTally> {
  const { counters, usesByAccount, codes } = await readWith(db, request, SHOWN);
  const untouched = request.promotions.map((p) => [p.promotionId, { grantedCoins: 0n, uses: 0n }] as const);
  return new PromotionTally({ counters: new Map([...untouched, ...counters]), usesByAccount, codes });
}

async function readWith(
  db: Queryable,
  { promotions, accountIds, codes }: TallyRequest,
  reading: Reading,
): Promise<PromotionTally> {
  const budgeted = promotions.filter((p) => p.budgetCoins !== null).map((p) => p.promotionId);
  const capped = promotions
    .filter((p) => p.usesPerAccount !== null || p.exclusiveGroup !== null)
    .map((p) => p.promotionId);
  // Sent together: a batch sends all its reads at once and must not wait in between.
  const [counterRows, useRows, codeRows] = await Promise.all([
    budgeted.length === 0 ? [] : db.query<CounterRow>(reading.counters, [textArrayOf(budgeted)]),
    capped.length === 0 || accountIds.length === 0
      ? []
      : db.query<UseRow>({ name: 'promotion-uses-read', text: USES }, [
          textArrayOf([...new Set(accountIds)]),
          textArrayOf(capped),
        ]),
    codes.length === 0 ? [] : db.query<CodeRow>(reading.codes, [textArrayOf([...new Set(codes)])]),
  ]);
  const usesByAccount = new Map<string, Map<string, number>>();
  for (const row of useRows) {
    const mine = usesByAccount.get(row.account_id) ?? new Map<string, number>();
    usesByAccount.set(row.account_id, mine.set(row.promotion_id, row.uses));
  }
  return new PromotionTally({
    counters: new Map(counterRows.map((row): [string, PromotionCounter] => [row.promotion_id, given(row)])),
    usesByAccount,
    codes: new Map(codeRows.map((row): [string, FoundCode] => [row.code, found(row)])),
  });
}

interface CounterRow {
  promotion_id: string;
  granted_coins: bigint;
  uses: bigint;
}

interface UseRow {
  account_id: string;
  promotion_id: string;
  uses: number;
}

interface CodeRow {
  code: string;
  promotion_id: string;
  spent: boolean;
}

const given = (row: CounterRow): PromotionCounter => ({ grantedCoins: row.granted_coins, uses: row.uses });
const found = (row: CodeRow): FoundCode => ({ promotionId: row.promotion_id, spent: row.spent });

/**
 * Adds what the batch gave, sending every statement at once. Counters that were not locked before are locked here in id
 * order (that of the changes) and only until the commit: late, so that batches wait for each other as briefly as can be.
 */
export function writeTally(tx: Queryable, { counters, uses, redemptions }: TallyChanges): Promise<unknown>[] {
  if (redemptions.length === 0) return [];
  return [
    tx.query({ name: 'promotion-uses-write', text: ADD_USES }, [
      textArrayOf(uses.map((u) => u.accountId)),
      textArrayOf(uses.map((u) => u.promotionId)),
      arrayOf(uses.map((u) => u.uses)),
    ]),
    tx.query({ name: 'promotion-counters-write', text: ADD_TO_COUNTERS }, [
      textArrayOf(counters.map((c) => c.promotionId)),
      arrayOf(counters.map((c) => c.grantedCoins)),
      arrayOf(counters.map((c) => c.uses)),
    ]),
    ...writeRedemptions(tx, redemptions),
  ];
}

const ADD_USES = `
  INSERT INTO promotion_uses AS u (account_id, promotion_id, uses)
  SELECT * FROM unnest($1::text[], $2::text[], $3::int[])
  ON CONFLICT (account_id, promotion_id) DO UPDATE SET uses = u.uses + excluded.uses`;

const ADD_TO_COUNTERS = `
  INSERT INTO promotion_counters AS c (promotion_id, granted_coins, uses)
  SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[])
  ON CONFLICT (promotion_id)
  DO UPDATE SET granted_coins = c.granted_coins + excluded.granted_coins, uses = c.uses + excluded.uses`;
