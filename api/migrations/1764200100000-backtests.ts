import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Backtests that were asked for, and what came of them. */
export class Backtests1764200100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE backtests (
        backtest_id   uuid PRIMARY KEY,
        name          text NOT NULL,
        status        text NOT NULL CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
        target        json NOT NULL,
        -- Both as they were when it was asked for: a version may be a draft that changes.
        candidate     json NOT NULL,
        live          json NOT NULL,
        from_at       timestamptz NOT NULL,
        to_at         timestamptz NOT NULL CHECK (to_at > from_at),
        kinds         text[],
        countries     text[],
        sample_percent int NOT NULL CHECK (sample_percent BETWEEN 1 AND 100),
        baseline      text NOT NULL CHECK (baseline IN ('decided', 'live')),
        maturity_days int NOT NULL CHECK (maturity_days > 0),
        tune_rules    text[] NOT NULL,
        created_at    timestamptz NOT NULL,
        created_by    json NOT NULL,
        started_at    timestamptz,
        finished_at   timestamptz,
        attempt       int NOT NULL DEFAULT 0,
        progress      json,
        figures       json,
        result        json,
        failure       json,
        CONSTRAINT backtests_result CHECK ((status = 'done') = (result IS NOT NULL))
      );
      -- Those that wait or run, in the order they were asked for.
      CREATE INDEX backtests_open ON backtests (backtest_id) WHERE status IN ('queued', 'running');
      CREATE INDEX backtests_by_status ON backtests (status, backtest_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE backtests');
  }
}
