import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The refund workflow. */
export class Refunds1764100200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }
}
