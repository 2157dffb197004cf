import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Setting up queues and macros in the console, and decisions that may be sent twice. */
export class CaseSetUp1764300600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_queues
        -- Takes no new alerts; what is in it is worked as before.
        ADD COLUMN paused     boolean NOT NULL DEFAULT false,
        -- Counts every change, so that one can name the state it was made on.
        ADD COLUMN revision   int NOT NULL DEFAULT 1,
        ADD COLUMN changed_by json;

      -- In which order macros are offered. Those without a place come last, by their ids.
      CREATE TABLE case_macro_order (
        macro_id text PRIMARY KEY,
        position int NOT NULL
      );
      INSERT INTO case_macro_order (macro_id, position)
      SELECT macro_id, row_number() OVER (ORDER BY place NULLS LAST, macro_id)
      FROM (SELECT DISTINCT macro_id FROM case_macros) AS macros
      LEFT JOIN (VALUES ('release-and-clear', 1), ('stolen-payment', 2), ('stolen-payment-block-card', 3),
                        ('takeover-lock', 4), ('ring-suspend', 5), ('scam-suspend', 6), ('scam-warn', 7),
                        ('nothing-to-do', 8)) AS first (macro_id, place) USING (macro_id);

      -- Who is suspicious by links alone, among millions who are not.
      CREATE INDEX link_nodes_suspicious ON link_nodes (account_id) WHERE score >= 600;

      -- Names the attempt a decision was taken by: the same attempt decides once.
      ALTER TABLE case_decisions ADD COLUMN request_id uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_decisions DROP COLUMN request_id;
      DROP INDEX link_nodes_suspicious;
      DROP TABLE case_macro_order;
      ALTER TABLE case_queues DROP COLUMN paused, DROP COLUMN revision, DROP COLUMN changed_by;
    `);
  }
}
