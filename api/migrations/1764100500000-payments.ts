import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The embedded sandbox payment provider. */
export class Payments1764100500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }
}
