import {
  type Promotion,
  type PromotionCounter,
  type PromotionEffect,
  type PromotionStatus,
  PromotionTally,
  type TallyChanges,
} from '@coinwarden/domain';
import { arrayOf, type Queryable, type Statement, textArrayOf } from '../../platform/database/sql.js';

interface PromotionRow {
  promotion_id: string;
  name: string;
  code: string | null;
  effect: PromotionEffect;
  value: bigint;
  package_ids: string[];
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  budget_coins: bigint | null;
  uses_per_account: number | null;
  priority: number;
  status: PromotionStatus;
}

/** Every promotion that was ever released; the rest cannot be bought with. */
export async function readPromotions(db: Queryable): Promise<Promotion[]> {
  const rows = await db.query<PromotionRow>(
    `SELECT promotion_id, name, code, effect, value, package_ids, starts_at, ends_at, time_zone, budget_coins,
            uses_per_account, priority, status
     FROM promotions WHERE status NOT IN ('draft', 'pending_approval') ORDER BY promotion_id`,
  );
  return rows.map((row) => ({
    promotionId: row.promotion_id,
    name: row.name,
    code: row.code,
    effect: row.effect,
    value: row.value,
    packageIds: row.package_ids,
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at.getTime(),
    timeZone: row.time_zone,
    budgetCoins: row.budget_coins,
    usesPerAccount: row.uses_per_account,
    priority: row.priority,
    status: row.status,
  }));
}

const COUNTERS = `
  SELECT promotion_id, granted_coins, uses FROM promotion_counters
  WHERE promotion_id = ANY($1::text[]) ORDER BY promotion_id`;

const LOCK_COUNTERS = { name: 'promotion-counters-lock', text: `${COUNTERS} FOR UPDATE` };

const USES = `
  SELECT account_id, promotion_id, uses FROM promotion_uses
  WHERE account_id = ANY($1::text[]) AND promotion_id = ANY($2::text[])`;

export interface TallyRequest {
  /** Promotions that purchases of the batch may get. */
  readonly promotions: readonly Promotion[];
  /** The buyers; the caller holds their wallets locked, which is what keeps their uses still. */
  readonly accountIds: readonly string[];
}

/**
 * Reads what the promotions have given, for selling on it: the counters of those with a budget stay locked, in id order,
 * until the transaction ends. The others need no lock to be judged, so they never make two batches wait.
 */
export async function lockTally(tx: Queryable, request: TallyRequest): Promise<PromotionTally> {
  const tally = await readWith(tx, request, LOCK_COUNTERS);
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
  return readWith(tx, request, LOCK_COUNTERS);
}

/** The same for showing prices, locking nothing; what has no counter yet has given nothing. */
export async function readTally(db: Queryable, request: TallyRequest): Promise<PromotionTally> {
  const read = await readWith(db, request, { name: 'promotion-counters-read', text: COUNTERS });
  const untouched = request.promotions.map((p) => [p.promotionId, { grantedCoins: 0n, uses: 0n }] as const);
  return new PromotionTally({
    counters: new Map([...untouched, ...read.counters]),
    usesByAccount: read.usesByAccount,
  });
}

async function readWith(
  db: Queryable,
  { promotions, accountIds }: TallyRequest,
  countersStatement: Statement,
): Promise<PromotionTally> {
  const budgeted = promotions.filter((p) => p.budgetCoins !== null).map((p) => p.promotionId);
  const capped = promotions.filter((p) => p.usesPerAccount !== null).map((p) => p.promotionId);
  // Sent together: a batch sends all its reads at once and must not wait in between.
  const [counterRows, useRows] = await Promise.all([
    budgeted.length === 0 ? [] : db.query<CounterRow>(countersStatement, [textArrayOf(budgeted)]),
    capped.length === 0 || accountIds.length === 0
      ? []
      : db.query<UseRow>({ name: 'promotion-uses-read', text: USES }, [
          textArrayOf([...new Set(accountIds)]),
          textArrayOf(capped),
        ]),
  ]);
  const counters = new Map<string, PromotionCounter>(
    counterRows.map((row) => [row.promotion_id, { grantedCoins: row.granted_coins, uses: row.uses }]),
  );
  const usesByAccount = new Map<string, Map<string, number>>();
  for (const row of useRows) {
    const mine = usesByAccount.get(row.account_id) ?? new Map<string, number>();
    usesByAccount.set(row.account_id, mine.set(row.promotion_id, row.uses));
  }
  return new PromotionTally({ counters, usesByAccount });
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

/**
 * Adds what the batch gave, sending every statement at once. Counters that were not locked before are locked here in id
 * order (that of the changes) and only until the commit: late, so that batches wait for each other as briefly as can be.
 */
export function writeTally(tx: Queryable, { counters, uses }: TallyChanges): Promise<unknown>[] {
  const writes: Promise<unknown>[] = [];
  if (uses.length > 0)
    writes.push(
      tx.query({ name: 'promotion-uses-write', text: ADD_USES }, [
        textArrayOf(uses.map((u) => u.accountId)),
        textArrayOf(uses.map((u) => u.promotionId)),
        arrayOf(uses.map((u) => u.uses)),
      ]),
    );
  if (counters.length > 0)
    writes.push(
      tx.query({ name: 'promotion-counters-write', text: ADD_TO_COUNTERS }, [
        textArrayOf(counters.map((c) => c.promotionId)),
        arrayOf(counters.map((c) => c.grantedCoins)),
        arrayOf(counters.map((c) => c.uses)),
      ]),
    );
  return writes;
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
