import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which values a change of the lists touched, so that whoever holds them in memory reads those and not all. */
export class ListChanges1764300110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By the version of the lists that the change made. Kept for some hours; whoever is further behind reads everything.
      CREATE TABLE list_changes (
        version    bigint NOT NULL,
        type       text NOT NULL,
        value      text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT list_changes_pkey PRIMARY KEY (version, type, value)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE list_changes');
  }
}
