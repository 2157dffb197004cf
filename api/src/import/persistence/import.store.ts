import { bumpReference } from '../../platform/database/reference-cache.js';
import type { Queryable } from '../../platform/database/sql.js';
import type { ImportedPackage, OnSale } from '../imported-package.js';
import type { Tally } from '../report/tally.js';

/** How far an import has come. Everything up to `lastLine` is decided and counted. */
export interface Checkpoint {
  readonly lastLine: number;
  readonly rejectedBytes: number;
  readonly tally: Tally;
  readonly finished: boolean;
}

const IMPORT_LOCK = 7_310_005;

/** Held until the transaction ends; false when another import holds it. */
export async function takeImportLock(tx: Queryable): Promise<boolean> {
  const [row] = await tx.query<{ taken: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS taken', [
    IMPORT_LOCK,
  ]);
  return row?.taken === true;
}

/**
 * Lets this transaction become durable with the next durable one instead of waiting for the disk itself. The log is
 * written in order: accounts are never behind the decisions that need them, and a lost checkpoint only means that its rows
 * are answered from store again.
 */
export const commitWithTheNext = (tx: Queryable) => tx.query('SET LOCAL synchronous_commit = off');

export async function readCheckpoint(db: Queryable, importId: string): Promise<Checkpoint | null> {
  const [row] = await db.query<{
    last_line: bigint;
    rejected_bytes: bigint;
    tally: Tally;
    finished_at: Date | null;
  }>('SELECT last_line, rejected_bytes, tally, finished_at FROM simulation.imports WHERE import_id = $1', [
    importId,
  ]);
  if (!row) return null;
  return {
    lastLine: Number(row.last_line),
    rejectedBytes: Number(row.rejected_bytes),
    tally: row.tally,
    finished: row.finished_at !== null,
  };
}

export async function writeCheckpoint(
  tx: Queryable,
  run: { readonly importId: string; readonly fileName: string; readonly mapName: string },
  checkpoint: Checkpoint,
): Promise<void> {
  await tx.query(
    `INSERT INTO simulation.imports (import_id, file_name, map_name, last_line, rejected_bytes, tally, finished_at)
     VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $7 THEN now() END)
     ON CONFLICT (import_id) DO UPDATE SET
       last_line = excluded.last_line, rejected_bytes = excluded.rejected_bytes, tally = excluded.tally,
       finished_at = excluded.finished_at, updated_at = now()`,
    [
      run.importId,
      run.fileName,
      run.mapName,
      checkpoint.lastLine,
      checkpoint.rejectedBytes,
      JSON.stringify(checkpoint.tally),
      checkpoint.finished,
    ],
  );
}

/**
 * Puts the packages of a file on sale for as long as the file lasts: long over, so that no shop lists them. A file that
 * goes on where an earlier one ended widens the window.
 */
export async function offerImportedPackages(
  tx: Queryable,
  packages: readonly ImportedPackage[],
  onSale: OnSale,
): Promise<void> {
  const ids = packages.map((p) => p.packageId);
  const window = [new Date(onSale.from), new Date(onSale.until)];
  await tx.query(
    `INSERT INTO packages AS p (package_id, sale_from, sale_until) SELECT unnest($1::text[]), $2, $3
     ON CONFLICT (package_id) DO UPDATE SET sale_from = least(p.sale_from, excluded.sale_from),
                                            sale_until = greatest(p.sale_until, excluded.sale_until)`,
    [ids, ...window],
  );
  await tx.query(
    `INSERT INTO package_versions AS v (package_id, version, name, tier, coins, bonus_coins, position, valid_from,
                                        created_at)
     SELECT package_id, 1, name, tier, coins, 0, 10000, $5, now()
     FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS n (package_id, name, tier, coins)
     ON CONFLICT (package_id, version) DO UPDATE SET valid_from = least(v.valid_from, excluded.valid_from)`,
    [ids, packages.map((p) => p.name), packages.map((p) => p.tier), packages.map((p) => p.coins), window[0]],
  );
  await tx.query(
    `INSERT INTO price_points (price_point_id, package_id, currency, region, version, amount_minor, valid_from,
                               valid_until, created_at)
     SELECT gen_random_uuid(), package_id, currency, '*', 1, amount_minor, $4, $5, now()
     FROM unnest($1::text[], $2::text[], $3::bigint[]) AS p (package_id, currency, amount_minor)
     ON CONFLICT (package_id, currency, region, version) DO UPDATE SET
       valid_from = least(price_points.valid_from, excluded.valid_from),
       valid_until = greatest(price_points.valid_until, excluded.valid_until)`,
    [ids, packages.map((p) => p.currency), packages.map((p) => p.amountMinor), ...window],
  );
  await bumpReference(tx, 'catalogue');
}
