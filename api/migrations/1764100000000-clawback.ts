import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What went back of each purchase, in money and in coins. */
export class Clawback1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }
}
