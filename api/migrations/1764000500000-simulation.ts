import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is known about made-up and imported history: labels, and how far each seed and import has come. In a schema of
 * its own, which nothing in the decision path reads: a rule that could see its own answer would be worth nothing.
 */
export class Simulation1764000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA simulation;

      -- An account's own label has an empty key.
      CREATE TABLE simulation.labels (
        account_id      text COLLATE "C" NOT NULL,
        idempotency_key text COLLATE "C" NOT NULL DEFAULT '',
        fraud           boolean NOT NULL,
        pattern         text NOT NULL,
        source          text NOT NULL,
        CONSTRAINT labels_pkey PRIMARY KEY (account_id, idempotency_key)
      );

      -- The demo economy: its options are fixed when it begins, so that a broken start goes on with the same one.
      CREATE TABLE simulation.seeds (
        name         text PRIMARY KEY,
        options      json NOT NULL,
        items_done   bigint NOT NULL DEFAULT 0,
        started_at   timestamptz NOT NULL DEFAULT now(),
        finished_at  timestamptz
      );

      -- One row per file and map; rows up to last_line are decided, their counts are in the tally.
      CREATE TABLE simulation.imports (
        import_id      text PRIMARY KEY,
        file_name      text NOT NULL,
        map_name       text NOT NULL,
        last_line      bigint NOT NULL DEFAULT 0,
        rejected_bytes bigint NOT NULL DEFAULT 0,
        tally          json NOT NULL,
        started_at     timestamptz NOT NULL DEFAULT now(),
        updated_at     timestamptz NOT NULL DEFAULT now(),
        finished_at    timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA simulation CASCADE');
  }
}
