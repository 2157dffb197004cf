import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { type Queryable, queryConfig, type Statement } from './sql.js';

/** One database transaction, passed explicitly to every store that takes part in it. */
export interface Tx extends Queryable {
  readonly manager: EntityManager;
  /**
   * Keeps an item for the end: right before the commit `write` gets all that were kept for it, in their order. For what
   * locks something that everybody needs.
   */
  atEnd<T>(write: WriteAtEnd<T>, item: T): void;
  /** If this part of the work throws, what it has written and kept for the end is undone, and the rest stands. */
  attempt<T>(work: () => Promise<T>): Promise<T>;
}

export type WriteAtEnd<T> = (tx: Queryable, items: readonly T[]) => Promise<void>;

/** Opens transactions. `run` commits when the work returns and rolls back when it throws; there is no nesting. */
@Injectable()
export class UnitOfWork implements Queryable {
  constructor(private readonly dataSource: DataSource) {}

  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const tx = new Transaction(runner.manager, queryOn(client));
      const result = await work(tx);
      await tx.writeEnd();
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A connection that broke cannot roll back; the server already has.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Answers what the work would come to, and takes everything it did back. */
  async rehearse<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const rehearsal = new Rehearsal<T>();
    try {
      return await this.run(async (tx) => rehearsal.end(await work(tx)));
    } catch (error) {
      if (error === rehearsal && rehearsal.result) return rehearsal.result.value;
      throw error;
    }
  }

  /** A single read outside any transaction. */
  async query<Row extends object>(
    statement: string | Statement,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await queryOn((await runner.connect()) as PoolClient)<Row>(statement, values);
    } finally {
      await runner.release();
    }
  }
}

/** Thrown to roll back. */
class Rehearsal<T> {
  result: { readonly value: T } | null = null;

  end(value: T): never {
    this.result = { value };
    throw this;
  }
}

const queryOn =
  (client: PoolClient): Queryable['query'] =>
  async <Row extends object>(statement: string | Statement, values: readonly unknown[] = []) => {
    const result = await client.query<Row>(queryConfig(statement, values));
    return result.rows;
  };

class Transaction implements Tx {
  private readonly kept: { readonly write: WriteAtEnd<unknown>; readonly item: unknown }[] = [];

  constructor(
    readonly manager: EntityManager,
    readonly query: Queryable['query'],
  ) {}

  atEnd<T>(write: WriteAtEnd<T>, item: T): void {
    this.kept.push({ write: write as WriteAtEnd<unknown>, item });
  }

  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const { length } = this.kept;
    await this.query('SAVEPOINT attempt');
    try {
      const result = await work();
      await this.query('RELEASE SAVEPOINT attempt');
      return result;
    } catch (error) {
      this.kept.length = length;
      await this.query('ROLLBACK TO SAVEPOINT attempt');
      throw error;
    }
  }

  async writeEnd(): Promise<void> {
    const items = new Map<WriteAtEnd<unknown>, unknown[]>();
    for (const { write, item } of this.kept) {
      const same = items.get(write);
      if (same) same.push(item);
      else items.set(write, [item]);
    }
    for (const [write, same] of items) await write(this, same);
  }
}
