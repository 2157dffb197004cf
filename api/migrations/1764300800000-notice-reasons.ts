import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why a notice waits or was given up, and why a store was not answered, as a code with values, so that the console says it
 * in its reader's language. What was written before keeps its sentence.
 */
export class NoticeReasons1764300800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE provider_notices ADD COLUMN reason_code text, ADD COLUMN reason_values json;
      ALTER TABLE consumption_answers ADD COLUMN error_code text, ADD COLUMN error_values json;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE consumption_answers DROP COLUMN error_code, DROP COLUMN error_values;
      ALTER TABLE provider_notices DROP COLUMN reason_code, DROP COLUMN reason_values;
    `);
  }
}
