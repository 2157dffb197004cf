import type { Socket } from 'node:net';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../../platform/config/config.js';
import { amountTypes } from '../../platform/database/amount-types.js';
import { type Queryable, queryConfig, type Statement } from '../../platform/database/sql.js';

/** What a batch leaves behind: its answer, and the writes that are on their way. */
export interface BatchWork<T> {
  readonly result: T;
  readonly writes: readonly Promise<unknown>[];
}

/**
 * Connections for the decision path alone. They are pipelined: BEGIN travels with the first reads and COMMIT with the
 * writes, so a batch costs two or three round trips. Plans are fixed to index access, because a plan made while a table
 * was small would otherwise stay in use when it is not.
 */
@Injectable()
export class BatchPool implements OnModuleDestroy {
  private readonly pool: pg.Pool;

  constructor(config: Config) {
    if (config.databaseUrl === null) throw new Error('the decision path needs a database');
    this.pool = new pg.Pool({
      connectionString: config.databaseUrl,
      max: 4,
      pipeline: true,
      types: amountTypes,
      application_name: 'coinwarden-decisions',
      connectionTimeoutMillis: 3_000,
      options:
        '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off' +
        ' -c jit=off -c statement_timeout=15000',
    });
    // A connection that breaks while idle is replaced by the pool; the next batch finds out by itself.
    this.pool.on('error', () => undefined);
  }

  /** Runs one database transaction. It is durable when the promise resolves; when it rejects nothing was written. */
  async run<T>(work: (tx: Queryable) => Promise<BatchWork<T>>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    const together = sendTogether(client);
    const send = async <Row extends object>(
      statement: string | Statement,
      values: readonly unknown[] = [],
    ) => {
      together();
      return (await client.query<Row>(queryConfig(statement, values))).rows;
    };
    try {
      together();
      const begun = client.query('BEGIN');
      begun.catch(() => undefined);
      const { result, writes } = await work({ query: send });
      together();
      const committed = client.query('COMMIT');
      const settled = await Promise.allSettled([begun, ...writes, committed]);
      const failed = settled.find((s) => s.status === 'rejected');
      if (failed) throw failed.reason;
      if ((await committed).command !== 'COMMIT') throw new Error('the batch was rolled back');
      return result;
    } catch (error) {
      broken = await client.query('ROLLBACK').then(
        () => undefined,
        (e: Error) => e,
      );
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.end();
  }
}

/** Statements sent in one turn leave in one write to the socket instead of one each. */
function sendTogether(client: pg.PoolClient): () => void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  let corked = false;
  return () => {
    if (corked) return;
    corked = true;
    stream.cork();
    process.nextTick(() => {
      corked = false;
      stream.uncork();
    });
  };
}
