import pg from 'pg';
import { amountTypes } from '../../platform/database/amount-types.js';
import { type Queryable, queryConfig, type Statement } from '../../platform/database/sql.js';

/**
 * A connection of a backtest's own. Its statements are short and no transaction stays open around them: one that did
 * would keep the database from clearing away what decisions have updated, for as long as the backtest runs.
 */
export class BacktestConnection implements Queryable {
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(private readonly client: pg.Client) {}

  static async open(databaseUrl: string): Promise<BacktestConnection> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'coinwarden-backtest',
      connectionTimeoutMillis: 5_000,
      statement_timeout: 60_000,
      types: amountTypes,
    });
    // Whatever waits for the connection fails with it; the event alone would end the process.
    client.on('error', () => undefined);
    await client.connect();
    return new BacktestConnection(client);
  }

  /** One statement at a time; whoever asks meanwhile waits for their turn. */
  query<Row extends object>(statement: string | Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const answer = this.turn.then(() =>
      this.client.query<Row>(queryConfig(statement, values)).then(({ rows }) => rows),
    );
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

/** Two, so that the next page of history can be on its way while facts about this one are asked for. */
export class ReplayConnections {
  private constructor(
    readonly history: BacktestConnection,
    readonly facts: BacktestConnection,
  ) {}

  static async open(databaseUrl: string): Promise<ReplayConnections> {
    const history = await BacktestConnection.open(databaseUrl);
    try {
      return new ReplayConnections(history, await BacktestConnection.open(databaseUrl));
    } catch (error) {
      await history.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.history.close(), this.facts.close()]);
  }
}
