import type { PackageSale, PackageTier } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface PackageVersion {
  readonly packageId: string;
  readonly version: number;
  readonly name: string;
  readonly tier: PackageTier;
  readonly coins: number;
  readonly bonusCoins: number;
  readonly position: number;
  readonly validFrom: Date;
}

/** Who made something, when and why. */
export interface Made {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** False when there is one of that name. */
export async function insertDraft(tx: Queryable, packageId: string, at: Date): Promise<boolean> {
  const rows = await tx.query(
    'INSERT INTO packages (package_id, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
    [packageId, at],
  );
  return rows.length > 0;
}

export async function insertVersion(tx: Queryable, version: PackageVersion, made: Made): Promise<void> {
  const { packageId, name, tier, coins, bonusCoins, position, validFrom } = version;
  await tx.query(
    `INSERT INTO package_versions (package_id, version, name, tier, coins, bonus_coins, position, valid_from, created_at,
                                   created_by, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      packageId,
      version.version,
      name,
      tier,
      coins,
      bonusCoins,
      position,
      validFrom,
      made.at,
      made.by,
      made.reason,
    ],
  );
}

/** Null when there is no such package. */
export async function latestVersion(tx: Queryable, packageId: string): Promise<number | null> {
  const [row] = await tx.query<{ version: number | null }>(
    'SELECT max(version) AS version FROM package_versions WHERE package_id = $1',
    [packageId],
  );
  return row?.version ?? null;
}

export async function lockSale(tx: Queryable, packageId: string): Promise<PackageSale | null> {
  const [row] = await tx.query<{ sale_from: Date | null; sale_until: Date | null }>(
    'SELECT sale_from, sale_until FROM packages WHERE package_id = $1 FOR UPDATE',
    [packageId],
  );
  if (!row) return null;
  return { packageId, from: row.sale_from?.getTime() ?? null, until: row.sale_until?.getTime() ?? null };
}

export const writeSale = (
  tx: Queryable,
  { packageId, from, until }: { packageId: string; from: Date; until: Date | null },
): Promise<object[]> =>
  tx.query('UPDATE packages SET sale_from = $2, sale_until = $3 WHERE package_id = $1', [
    packageId,
    from,
    until,
  ]);

/** Whether it can be bought anywhere at that moment, as far as prices go. */
export async function hasPriceAt(tx: Queryable, packageId: string, at: Date): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM price_points WHERE package_id = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)
     LIMIT 1`,
    [packageId, at],
  );
  return rows.length > 0;
}
