import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Disputes, their events and their evidence. */
export class Disputes1764100300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }
}
