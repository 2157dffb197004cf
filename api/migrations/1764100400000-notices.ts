import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Provider notices as they came, and what became of them. */
export class Notices1764100400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }
}
