import type { PromotionContents } from '@coinwarden/contracts';
import type { Instant, PromotionStatus } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** What is written about a promotion, its window worked out. */
export interface WrittenPromotion
  extends Omit<PromotionContents, 'startsLocal' | 'endsLocal' | 'packageIds'> {
  readonly packageIds: readonly string[];
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

const COLUMNS = `name, code, single_use_codes, effect, value, package_ids, audience, starts_at, ends_at, time_zone,
  budget_coins, uses_per_account, exclusive_group, holdout_percent, priority, pause_abuse_percent, pause_pace_percent`;
const PLACES = Array.from({ length: 17 }, (_, i) => `$${i + 2}`).join(', ');

const valuesOf = (p: WrittenPromotion) => [
  p.name,
  p.code,
  p.singleUseCodes,
  p.effect,
  p.value,
  textArrayOf(p.packageIds),
  p.audience,
  new Date(p.startsAt),
  new Date(p.endsAt),
  p.timeZone,
  p.budgetCoins,
  p.usesPerAccount,
  p.exclusiveGroup,
  p.holdoutPercent,
  p.priority,
  p.pauseAbusePercent,
  p.pausePacePercent,
];

/** False when there is one with its id already. Its counter begins with it. */
export async function insertPromotion(
  tx: Queryable,
  promotionId: string,
  promotion: WrittenPromotion,
  made: { readonly status: PromotionStatus; readonly authors: readonly string[]; readonly at: Date },
): Promise<boolean> {
  const added = await tx.query(
    `INSERT INTO promotions (promotion_id, ${COLUMNS}, status, authors, created_at)
     VALUES ($1, ${PLACES}, $19, $20, $21) ON CONFLICT (promotion_id) DO NOTHING RETURNING 1`,
    [promotionId, ...valuesOf(promotion), made.status, textArrayOf(made.authors), made.at],
  );
  if (added.length === 0) return false;
  await tx.query('INSERT INTO promotion_counters (promotion_id) VALUES ($1) ON CONFLICT DO NOTHING', [
    promotionId,
  ]);
  return true;
}

/** Writes a draft anew. */
export async function rewritePromotion(
  tx: Queryable,
  promotionId: string,
  promotion: WrittenPromotion,
  authors: readonly string[],
): Promise<void> {
  await tx.query(
    `UPDATE promotions SET (${COLUMNS}) = ROW(${PLACES}), revision = revision + 1, authors = $19
     WHERE promotion_id = $1`,
    [promotionId, ...valuesOf(promotion), textArrayOf(authors)],
  );
}

export const moveDraft = (
  tx: Queryable,
  promotionId: string,
  { startsAt, endsAt }: { readonly startsAt: Instant; readonly endsAt: Instant },
  authors: readonly string[],
): Promise<object[]> =>
  tx.query(
    `UPDATE promotions SET starts_at = $2, ends_at = $3, revision = revision + 1, authors = $4
     WHERE promotion_id = $1`,
    [promotionId, new Date(startsAt), new Date(endsAt), textArrayOf(authors)],
  );

export const setPromotionStatus = (
  tx: Queryable,
  promotionId: string,
  { status, authors }: { readonly status: PromotionStatus; readonly authors: readonly string[] },
): Promise<object[]> =>
  tx.query('UPDATE promotions SET status = $2, authors = $3 WHERE promotion_id = $1', [
    promotionId,
    status,
    textArrayOf(authors),
  ]);

/** A draft, with its codes and its history; nobody has bought with it. */
export async function deletePromotion(tx: Queryable, promotionId: string): Promise<void> {
  await tx.query('DELETE FROM promotion_counters WHERE promotion_id = $1', [promotionId]);
  await tx.query('DELETE FROM promotions WHERE promotion_id = $1', [promotionId]);
}

export interface LockedPromotion {
  readonly status: PromotionStatus;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly timeZone: string;
  readonly budgetCoins: bigint | null;
  readonly singleUseCodes: boolean;
  readonly code: string | null;
  readonly revision: number;
  readonly authors: readonly string[];
  readonly uses: bigint;
}

/**
 * The promotion with its counter, both locked until the transaction ends: a batch that gives of its budget is waited for,
 * and one that comes later sees what is decided here.
 */
export async function lockPromotion(tx: Queryable, promotionId: string): Promise<LockedPromotion | null> {
  const [counter] = await tx.query<{ uses: bigint }>(
    'SELECT uses FROM promotion_counters WHERE promotion_id = $1 FOR UPDATE',
    [promotionId],
  );
  const [row] = await tx.query<{
    status: PromotionStatus;
    starts_at: Date;
    ends_at: Date;
    time_zone: string;
    budget_coins: bigint | null;
    single_use_codes: boolean;
    code: string | null;
    revision: number;
    authors: string[];
  }>(
    `SELECT status, starts_at, ends_at, time_zone, budget_coins, single_use_codes, code, revision, authors
     FROM promotions WHERE promotion_id = $1 FOR UPDATE`,
    [promotionId],
  );
  if (!row) return null;
  return {
    status: row.status,
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at.getTime(),
    timeZone: row.time_zone,
    budgetCoins: row.budget_coins,
    singleUseCodes: row.single_use_codes,
    code: row.code,
    revision: row.revision,
    authors: row.authors,
    uses: counter?.uses ?? 0n,
  };
}

/** Of these packages, those that there are. */
export async function knownPackages(tx: Queryable, packageIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ package_id: string }>(
    'SELECT package_id FROM packages WHERE package_id = ANY($1::text[])',
    [textArrayOf(packageIds)],
  );
  return new Set(rows.map((row) => row.package_id));
}

/** The promotion that has this code, but for one. */
export async function holderOfCode(tx: Queryable, code: string, except: string): Promise<string | null> {
  const [row] = await tx.query<{ promotion_id: string }>(
    `SELECT promotion_id FROM promotions WHERE upper(code) = upper($1) AND promotion_id <> $2
     UNION ALL SELECT promotion_id FROM promotion_codes WHERE code = upper($1) LIMIT 1`,
    [code, except],
  );
  return row?.promotion_id ?? null;
}
