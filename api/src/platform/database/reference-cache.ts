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

/** What is held in memory: the data at `version` or later. */
export interface Held<T> {
  readonly version: bigint;
  readonly value: T;
}

/**
 * Reference data kept in memory under the version it was read at. The version is read before the data, so what is held
 * is never older than its number says; a change that slips in between is read twice, not missed. It is read by one at a
 * time: others who ask meanwhile wait and find it there.
 */
export abstract class ReferenceCache<T> {
  private held: Held<T> | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  protected constructor(private readonly name: ReferenceName) {}

  /** Reads the data, or brings what is held up to date. */
  protected abstract read(db: Queryable, held: Held<T> | null): Promise<T>;

  /** The data at `version` or later; asks the database only when what is held is older. */
  async at(db: Queryable, version: bigint): Promise<T> {
    if (this.held !== null && this.held.version >= version) return this.held.value;
    const turn = this.turn.then(() => this.advance(db, version));
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  private async advance(db: Queryable, version: bigint): Promise<T> {
    if (this.held !== null && this.held.version >= version) return this.held.value;
    const value = await this.read(db, this.held);
    this.held = { version, value };
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
