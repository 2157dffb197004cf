import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases that stay with leads until they are decided. */
export class EscalatedCases1764301000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Also while the case is put aside or waits for a second look, where its status says something else.
      ALTER TABLE cases ADD COLUMN escalated boolean NOT NULL DEFAULT false;
      UPDATE cases SET escalated = true WHERE status = 'escalated';
      ALTER TABLE cases ADD CONSTRAINT cases_escalated CHECK (status <> 'escalated' OR escalated);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cases DROP CONSTRAINT cases_escalated, DROP COLUMN escalated');
  }
}
