import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { Queryable, Statement } from './sql.js';

/** One database transaction, passed explicitly to every store that takes part in it. */
export interface Tx extends Queryable {
  readonly manager: EntityManager;
}

/** Opens transactions. `run` commits when the work returns and rolls back when it throws; there is no nesting. */
@Injectable()
export class UnitOfWork implements Queryable {
  constructor(private readonly dataSource: DataSource) {}

  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const result = await work({ manager: runner.manager, query: queryOn(client) });
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

const queryOn =
  (client: PoolClient): Queryable['query'] =>
  async <Row extends object>(statement: string | Statement, values: readonly unknown[] = []) => {
    const config = typeof statement === 'string' ? { text: statement } : statement;
    const result = await client.query<Row>({ ...config, values: values as unknown[] });
    return result.rows;
  };
