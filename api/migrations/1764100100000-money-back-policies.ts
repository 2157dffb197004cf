import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The released versions of the money-back policies. */
export class MoneyBackPolicies1764100100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }
}
