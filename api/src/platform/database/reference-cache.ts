import type { Queryable } from './sql.js';

export type ReferenceName = 'catalogue' | 'promotions' | 'policies' | 'ruleset' | 'lists' | 'risk_window';

/** The version every reference stands at: one small read that tells a batch whether what it has in memory still holds. */
export async function readReferenceVersions(db: Queryable): Promise<ReadonlyMap<ReferenceName, bigint>> {
  const rows = await db.query<{ name: ReferenceName; version: bigint }>({
    name: 'reference-versions',
    text: 'SELECT name, version FROM reference_versions',
  });
  return new Map(rows.map((row) => [row.name, row.version]));
}

/** Belongs to the transaction that changes reference data: every process reloads it before its next decision. */
export async function bumpReference(tx: Queryable, name: ReferenceName): Promise<void> {
  await tx.query('UPDATE reference_versions SET version = version + 1 WHERE name = $1', [name]);
}

/**
 * Reference data kept in memory under the version it was read at. The version is read before the data, so what is held
 * is never older than its number says; a change that slips in between is read twice, not missed.
 */
export abstract class ReferenceCache<T> {
  private held: { readonly version: bigint; readonly value: T } | null = null;

  protected constructor(private readonly name: ReferenceName) {}

  protected abstract read(db: Queryable): Promise<T>;

  /** The data at `version` or later; asks the database only when another version is held. */
  async at(db: Queryable, version: bigint): Promise<T> {
    if (this.held?.version === version) return this.held.value;
    const value = await this.read(db);
    if (this.held === null || this.held.version < version) this.held = { version, value };
    return value;
  }

  /** The data as it stands now. */
  async load(db: Queryable): Promise<T> {
    const [row] = await db.query<{ version: bigint }>(
      {
        name: 'reference-version',
        text: 'SELECT version FROM reference_versions WHERE name = $1',
      },
      [this.name],
    );
    if (!row) throw new Error(`there is no reference ${this.name}; the database is not migrated`);
    return this.at(db, row.version);
  }
}
